package io.tidemark.chainsim.portfolio;

import io.tidemark.chainsim.portfolio.Policy.Car;
import io.tidemark.chainsim.portfolio.Policy.Owner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a true policy as the row of a core system's export. */
final class UntidyExport {
  private static final List<String> PLATE_SEPARATORS = List.of("-", "·", "•", " ");

  private static final Pattern GEARBOX = Pattern.compile("([自手])动(?![挡档驾])");
  private static final Pattern ENGINE = Pattern.compile("(?<![0-9.])([0-9]\\.[0-9])L(?![A-Z0-9])");

  private final long seed;
  private final Untidiness rates;

  UntidyExport(long seed, Untidiness rates) {
    this.seed = seed;
    this.rates = rates;
  }

  /** The 17 columns, the same each time for the same policy. */
  List<String> row(Policy policy) {
    Draw draw = Draw.of(seed, "row", policy.number());
    return List.of(
        name(policy.owner().name(), draw),
        identityNumber(policy.owner(), draw),
        mobile(policy.owner().mobile(), draw),
        plate(policy.car().plate(), draw),
        vin(policy.car().vin(), draw),
        draw.chance(rates.missingEngine()) ? "" : policy.car().engineNumber(),
        model(policy.car(), equipment(policy), draw),
        policy.car().firstRegistration().toString(),
        policy.cover().policyNumber(),
        policy.cover().kind(),
        policy.cover().inception().toString(),
        expiry(policy.cover().expiry(), draw),
        BigDecimal.valueOf(policy.cover().premiumFen(), 2).toPlainString(),
        draw.chance(rates.missingAddress())
            ? ""
            : WrittenAddress.of(policy.home(), draw, rates.noProvince()),
        policy.salesperson(),
        policy.remark(),
        agency(policy));
  }

  /** As whoever issued the policy typed it. */
  private String agency(Policy policy) {
    Draw draw = Draw.of(seed, "typed agency", policy.number());
    return draw.chance(rates.shortAgency())
        ? Agencies.shortened(policy.agency(), draw)
        : policy.agency();
  }

  /** Gearbox and displacement in the words of whoever entered the car. */
  private String equipment(Policy policy) {
    Draw draw = Draw.of(seed, "worded equipment", policy.number());
    String equipment = policy.car().equipment();
    if (draw.chance(rates.wordedGearbox())) {
      String word = draw.of(List.of("$1动挡", "$1动挡", "$1动档"));
      equipment = GEARBOX.matcher(equipment).replaceFirst(word);
    }
    return draw.chance(rates.wordedEngine())
        ? ENGINE.matcher(equipment).replaceFirst("$1升")
        : equipment;
  }

  private String name(String name, Draw draw) {
    int surname = name.length() > 3 ? 2 : 1;
    return draw.chance(rates.spacedName())
        ? name.substring(0, surname) + '\u3000' + name.substring(surname)
        : name;
  }

  private String identityNumber(Owner owner, Draw draw) {
    String number = owner.identityNumber();
    if (draw.chance(rates.impossibleIdentity())) {
      return draw.chance(.5) ? thirteenthMonth(number) : wrongCheck(number);
    }
    boolean oldEnough = number.startsWith("19", 6) && number.charAt(8) < '8';
    return oldEnough && draw.chance(rates.oldIdentity())
        ? number.substring(0, 6) + number.substring(8, 17)
        : number;
  }

  private static String thirteenthMonth(String number) {
    String body = number.substring(0, 10) + "13" + number.substring(12, 17);
    return body + IdentityNumbers.check(body);
  }

  private static String wrongCheck(String number) {
    char check = number.charAt(17);
    return number.substring(0, 17) + (check == '1' || check == 'X' ? '7' : '1');
  }

  private String mobile(String mobile, Draw draw) {
    String written = draw.chance(rates.shortMobile()) ? mobile.substring(0, 10) : mobile;
    if (draw.chance(rates.separatedMobile())) {
      written =
          written.substring(0, 3) + " " + written.substring(3, 7) + "-" + written.substring(7);
    }
    return draw.chance(rates.fullWidthMobile()) ? fullWidth(written) : written;
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder(text);
    for (int i = 0; i < wide.length(); i++) {
      char c = wide.charAt(i);
      wide.setCharAt(i, c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return wide.toString();
  }

  private String plate(String plate, Draw draw) {
    return draw.chance(rates.separatedPlate())
        ? plate.substring(0, 2) + draw.of(PLATE_SEPARATORS) + plate.substring(2)
        : plate;
  }

  private String vin(String vin, Draw draw) {
    return draw.chance(rates.lowerCaseVin()) ? vin.toLowerCase(Locale.ROOT) : vin;
  }

  /** A series that ends in Latin letters or digits keeps a space before the year. */
  private String model(Car car, String equipment, Draw draw) {
    String series = car.model().brand() + car.model().series();
    String head = series.charAt(series.length() - 1) < 128 ? series + " " : series;
    double way = draw.fraction();
    if (way < rates.onlySeries()) {
      return head;
    }
    way -= rates.onlySeries();
    if (way < rates.spacedModel()) {
      return head + " " + car.year() + "款 " + equipment;
    }
    boolean shortYear = way - rates.spacedModel() < rates.shortYear();
    return head + (shortYear ? car.year() % 100 : car.year()) + "款" + equipment;
  }

  private String expiry(LocalDate date, Draw draw) {
    if (draw.chance(rates.impossibleExpiry())) {
      return date.getYear() + "-02-30";
    }
    if (!draw.chance(rates.oddExpiry())) {
      return date.toString();
    }
    return switch (draw.below(3)) {
      case 0 -> date.toString().replace('-', '/');
      case 1 -> date.toString().replace("-", "");
      default -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    };
  }
}
