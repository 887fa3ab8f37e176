package io.tidemark.formats.settings;

import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From how many records on the unlawful handling of personal information is a crime (法释〔2017〕10号
 * art. 5), by kind. Immutable, thread-safe.
 *
 * @param tiers the gravest first; a kind stands in one at most
 */
public record Thresholds(List<Tier> tiers) {
  private static final Thresholds USUAL = builtIn();

  /** Copies the list. */
  public Thresholds {
    tiers = List.copyOf(tiers);
  }

  /**
   * One of the numbers.
   *
   * @param id how programs name it
   * @param words what people call it
   * @param records from so many records on
   * @param onDuty the same for what was obtained on duty
   * @param kinds of which kinds of information
   * @param source where the number and the kinds come from
   */
  public record Tier(
      String id, Words words, int records, int onDuty, Set<Kind> kinds, String source) {
    /** Copies the set. */
    public Tier {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Those of {@code thresholds.yaml} of this module. */
  public static Thresholds usual() {
    return USUAL;
  }

  /** The tier of a kind; empty for what is about nobody alone. */
  public Optional<Tier> of(Kind kind) {
    return tiers.stream().filter(tier -> tier.kinds().contains(kind)).findFirst();
  }

  private static Thresholds builtIn() {
    try {
      return read(SettingsFile.builtIn("thresholds.yaml"), Kinds.usual());
    } catch (BadSettings e) {
      throw new IllegalStateException("the built-in thresholds are broken", e);
    }
  }

  /**
   * Reads thresholds.
   *
   * @throws BadSettings with every mistake
   */
  static Thresholds read(SettingsFile file, Kinds known) throws BadSettings {
    Faults faults = new Faults(file.name());
    List<Tier> tiers =
        PlainYaml.root(file, faults).entries().stream().map(e -> tier(e, known)).toList();
    faults.check();
    return new Thresholds(tiers);
  }

  private static Tier tier(Value.Entry entry, Kinds known) {
    Section section =
        Section.of(entry.value(), "zh", "en", "records", "on_duty", "kinds", "source");
    return new Tier(
        entry.name().id().orElse(""),
        new Words(
            section.read("zh", Value::text).orElse(""), section.read("en", Value::text).orElse("")),
        section.read("records", value -> value.number(1)).orElse(1),
        section.read("on_duty", value -> value.number(1)).orElse(1),
        section
            .value("kinds")
            .map(list -> list.distinct(value -> value.named(known::named, "类别", "kind")))
            .orElse(Set.of()),
        section.read("source", Value::text).orElse(""));
  }
}
