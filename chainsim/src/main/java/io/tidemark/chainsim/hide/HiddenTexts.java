package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Texts with hidden numbers and texts with numbers that are nobody's, one of the latter to two of
 * the former. Text {@code i} of a seed depends on both alone. Stateless.
 */
public final class HiddenTexts {
  private static final List<FoundClass> CLASSES =
      EnumSet.complementOf(EnumSet.of(FoundClass.NAME, FoundClass.ADDRESS)).stream().toList();

  /** Of the texts with numbers of the usual classes, how many say something {@link Spoken}. */
  private static final double SPOKEN = .3;

  /** The tricks that are played with all signs of a number. */
  private static final Set<Trick> ALL = EnumSet.allOf(Trick.class);

  private static final Set<Trick> SIGN_BY_SIGN = EnumSet.range(Trick.FULL_WIDTH, Trick.COMBINING);
  private static final List<String> SENDERS = List.of("锦程小陈", "Lily", "川A车险老王", "A平安-周", "好运来");

  private HiddenTexts() {}

  /** The first {@code count} texts of a seed. */
  public static List<HiddenText> of(long seed, int count) {
    return IntStream.range(0, count).mapToObj(i -> one(seed, i)).toList();
  }

  private static HiddenText one(long seed, int index) {
    Draw draw = Draw.of(seed, "hidden text", index);
    if (index % 3 == 2) {
      return new HiddenText(Decoy.text(draw), List.of());
    }
    if (index % 3 == 1 && draw.chance(SPOKEN)) {
      return Spoken.text(draw);
    }
    FoundClass found = CLASSES.get(index / 3 % CLASSES.size());
    boolean usual = index % 3 == 1;
    return hidden(
        usual
            ? draw.of(
                List.of(
                    FoundClass.MOBILE,
                    FoundClass.IDENTITY_NUMBER,
                    FoundClass.PLATE,
                    FoundClass.VIN,
                    FoundClass.BANK_CARD))
            : found,
        draw);
  }

  private static HiddenText hidden(FoundClass found, Draw draw) {
    Trick trick = draw.of(tricks(found).stream().sorted().toList());
    String value = Values.of(found, draw);
    String frame = Surroundings.text(found, trick, draw);
    int place = frame.indexOf('#');
    List<Integer> cuts = cuts(found, value, draw);
    String shown = Masks.hidden(found, value, trick, draw);
    String written =
        switch (found) {
          case EXPIRY -> date(value, draw);
          case LANDLINE -> landline(value, trick, draw);
          default -> trick.written(shown, cuts, draw);
        };
    if (trick == Trick.TWO_LINES || trick == Trick.TWO_MESSAGES) {
      int cut = draw.of(cuts);
      String between =
          trick == Trick.TWO_LINES ? draw.of(List.of("\n", "\r\n", "\n\n")) : header(draw);
      written = written.substring(0, cut) + between + written.substring(cut);
    }
    int end = place + bare(written);
    String text = frame.substring(0, place) + written + frame.substring(place + 1);
    return new HiddenText(text, List.of(new Hidden(found, shown, new Span(place, end), trick)));
  }

  /** Without what nobody sees at its end. */
  private static int bare(String written) {
    int end = written.length();
    while (end > 1 && Character.getType(written.charAt(end - 1)) == Character.FORMAT) {
      end--;
    }
    return end;
  }

  private static Set<Trick> tricks(FoundClass found) {
    return switch (found) {
      case MOBILE, IDENTITY_NUMBER, BANK_CARD -> ALL;
      case RESIDENCE_PERMIT, MACHINE_NUMBER -> without(ALL, EnumSet.of(Trick.MASKED));
      case PLATE ->
          without(
              ALL,
              EnumSet.of(Trick.DOTTED, Trick.PICTURES, Trick.RAISED, Trick.STOPPED, Trick.COMMA));
      case VIN ->
          without(
              ALL,
              EnumSet.of(
                  Trick.HANZI, Trick.ROUND_ZERO, Trick.SPOKEN, Trick.FINANCIAL, Trick.RAISED));
      case CREDIT_CODE ->
          EnumSet.of(
              Trick.NONE,
              Trick.SPACED,
              Trick.FULL_WIDTH,
              Trick.ZERO_WIDTH,
              Trick.MATHEMATICAL,
              Trick.LETTERS,
              Trick.KEYCAP);
      case LANDLINE ->
          EnumSet.of(
              Trick.NONE,
              Trick.FULL_WIDTH,
              Trick.HANZI,
              Trick.MATHEMATICAL,
              Trick.KEYCAP,
              Trick.ZERO_WIDTH,
              Trick.SPACED,
              Trick.DASHED);
      case PASSPORT,
          TRAVEL_PERMIT,
          ENGINE_NUMBER,
          FILE_NUMBER,
          LICENCE_BLANK,
          POLICY_NUMBER,
          IDENTITY_NUMBER_15 -> {
        Set<Trick> some = EnumSet.copyOf(SIGN_BY_SIGN);
        some.add(Trick.NONE);
        some.removeAll(EnumSet.of(Trick.HANZI, Trick.SPOKEN, Trick.FINANCIAL, Trick.ROUND_ZERO));
        yield some;
      }
      case EMAIL -> EnumSet.of(Trick.NONE, Trick.FULL_WIDTH, Trick.ZERO_WIDTH);
      default -> EnumSet.of(Trick.NONE);
    };
  }

  private static Set<Trick> without(Set<Trick> all, Set<Trick> some) {
    Set<Trick> rest = EnumSet.copyOf(all);
    rest.removeAll(some);
    return rest;
  }

  /** Where people set a number's groups apart. */
  private static List<Integer> cuts(FoundClass found, String value, Draw draw) {
    return switch (found) {
      case MOBILE ->
          draw.of(
              List.of(
                  List.of(3, 7),
                  List.of(3, 7),
                  List.of(3, 7),
                  List.of(4, 8),
                  List.of(3, 6),
                  List.of(7),
                  List.of(3)));
      case IDENTITY_NUMBER, RESIDENCE_PERMIT ->
          draw.of(List.of(List.of(6, 14), List.of(6, 10, 14), List.of(3, 6, 10, 14)));
      case PLATE -> List.of(value.startsWith("使") ? 1 : 2);
      case VIN -> draw.of(List.of(List.of(4, 8, 12), List.of(3, 8), List.of(9), List.of(8, 13)));
      case CREDIT_CODE -> List.of(2, 8, 16);
      case MACHINE_NUMBER -> List.of(5, 9);
      default -> IntStream.range(1, value.length()).filter(i -> i % 4 == 0).boxed().toList();
    };
  }

  private static String header(Draw draw) {
    String sender = draw.of(SENDERS);
    String time = "%02d:%02d".formatted(8 + draw.below(12), draw.below(60));
    return switch (draw.below(4)) {
      case 0 -> "\n" + sender + " 2026/11/" + (1 + draw.below(28)) + " " + time + ":08\n";
      case 1 -> "\n\n2026-11-0" + (1 + draw.below(9)) + " " + time + ":41 " + sender + "(10086)\n";
      case 2 -> "\n[" + time + "] " + sender + ": ";
      default -> "\n[2026-11-12 " + time + "] " + sender + "：";
    };
  }

  private static String date(String iso, Draw draw) {
    String[] parts = iso.split("-", -1);
    int month = Integer.parseInt(parts[1]);
    int day = Integer.parseInt(parts[2]);
    return switch (draw.below(5)) {
      case 0 -> parts[0] + "年" + month + "月" + day + "日";
      case 1 -> parts[0] + "/" + month + "/" + day;
      case 2 -> parts[0] + "." + month + "." + day;
      case 3 -> parts[0] + parts[1] + parts[2];
      default -> iso;
    };
  }

  private static String landline(String value, Trick trick, Draw draw) {
    String dashed = value.substring(0, 3) + draw.of(List.of("-", "", " ")) + value.substring(3);
    boolean gaps = trick == Trick.SPACED || trick == Trick.DASHED;
    return gaps ? trick.written(value, List.of(3), draw) : trick.written(dashed, List.of(), draw);
  }
}
