package io.tidemark.formats.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@link SuspectsJson} writes, as {@code vectors/callers/schema.json} describes it: what
 * an operator does with such a list, and what holds the document against its description.
 */
public final class SuspectsReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,17}");
  private static final Set<String> DOCUMENT = Set.of("format", "made", "campaigns");
  private static final Set<String> BY_DAYS =
      Set.of(
          "numbers",
          "evidence",
          "log10_p_value",
          "log10_expected_by_chance",
          "people_called",
          "within_window",
          "window_days",
          "first_day",
          "last_day");

  private SuspectsReader() {}

  /**
   * A campaign.
   *
   * @param numbers the calling numbers
   * @param log10Chance the logarithm to base 10 of the chance that it is none
   */
  public record Suspected(List<String> numbers, double log10Chance) {
    /** Copies the list. */
    public Suspected {
      numbers = List.copyOf(numbers);
    }
  }

  /** A document of another form. */
  public static final class BadSuspects extends Exception {
    private static final long serialVersionUID = 1L;

    BadSuspects(String message) {
      super(message);
    }
  }

  /** The campaigns whose evidence is known here. */
  public static List<Suspected> read(byte[] document) throws BadSuspects {
    try {
      JsonNode json = JSON.readTree(document);
      require(json.isObject() && DOCUMENT.equals(names(json)), "format, made, campaigns");
      require(json.get("format").asString("").equals(SuspectsJson.FORMAT), SuspectsJson.FORMAT);
      Instant.parse(json.get("made").asString(""));
      require(json.get("campaigns").isArray(), "a list of campaigns");
      List<Suspected> all = new ArrayList<>();
      for (JsonNode campaign : json.get("campaigns")) {
        List<String> numbers = numbers(campaign);
        require(
            campaign.path("evidence").isString() && !campaign.get("evidence").asString().isEmpty(),
            "an evidence");
        if (campaign.get("evidence").asString().equals(SuspectsJson.BY_DAYS)) {
          all.add(byDays(campaign, numbers));
        }
      }
      return all;
    } catch (JacksonException | DateTimeException e) {
      throw new BadSuspects("not a document of this form");
    }
  }

  private static List<String> numbers(JsonNode campaign) throws BadSuspects {
    require(campaign.isObject() && campaign.path("numbers").isArray(), "numbers");
    List<String> numbers = new ArrayList<>();
    for (JsonNode number : campaign.get("numbers")) {
      require(number.isString() && DIGITS.matcher(number.asString()).matches(), "1 to 17 digits");
      numbers.add(number.asString());
    }
    require(!numbers.isEmpty() && new HashSet<>(numbers).size() == numbers.size(), "each once");
    return numbers;
  }

  private static Suspected byDays(JsonNode campaign, List<String> numbers) throws BadSuspects {
    require(BY_DAYS.equals(names(campaign)), "the fields of this evidence and no others");
    JsonNode p = campaign.get("log10_p_value");
    require(p.isNumber() && p.asDouble() <= 0, "log10_p_value of at most 0");
    require(campaign.get("log10_expected_by_chance").isNumber(), "log10_expected_by_chance");
    int called = whole(campaign, "people_called", 1);
    require(whole(campaign, "within_window", 0) <= called, "no more within_window than called");
    whole(campaign, "window_days", 1);
    LocalDate first = LocalDate.parse(campaign.get("first_day").asString(""));
    LocalDate last = LocalDate.parse(campaign.get("last_day").asString(""));
    require(!last.isBefore(first), "last_day not before first_day");
    return new Suspected(numbers, p.asDouble());
  }

  private static int whole(JsonNode campaign, String name, int least) throws BadSuspects {
    JsonNode number = campaign.get(name);
    require(number.isInt() && number.asInt() >= least, name + " of at least " + least);
    return number.asInt();
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  private static void require(boolean holds, String expected) throws BadSuspects {
    if (!holds) {
      throw new BadSuspects("expected " + expected);
    }
  }
}
