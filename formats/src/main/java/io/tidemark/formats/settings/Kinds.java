package io.tidemark.formats.settings;

import io.tidemark.classify.OtherKind;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All kinds of information that a column can hold, and what their headings are. Immutable,
 * thread-safe.
 *
 * @param others the kinds that are not kept, in the order of the file
 * @param headings headings of those kinds, as written
 * @param sources where the words and looks of each kind come from, by its Chinese name
 */
public record Kinds(
    List<OtherKind> others, Map<String, Kind> headings, Map<String, String> sources) {
  private static final Kinds USUAL = builtIn();

  /** Copies the collections. */
  public Kinds {
    others = List.copyOf(others);
    headings = Map.copyOf(headings);
    sources = Map.copyOf(sources);
  }

  /** The kinds of {@code kinds.yaml} of this module. */
  public static Kinds usual() {
    return USUAL;
  }

  /** The kind of that Chinese or English name: a field, another kind, or none. */
  public Optional<Kind> named(String name) {
    String typed = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return all()
        .filter(kind -> kind.zh().equals(name.strip()) || plain(kind.en()).equals(typed))
        .findFirst();
  }

  /** The kind that is not kept of that Chinese name. */
  Optional<Kind> other(String zh) {
    return others.stream().map(OtherKind::kind).filter(kind -> kind.zh().equals(zh)).findFirst();
  }

  /** All Chinese names, for messages. */
  public String chineseNames() {
    return all().map(Kind::zh).collect(Collectors.joining("、"));
  }

  /** All English names, for messages. */
  public String englishNames() {
    return all().map(Kind::en).collect(Collectors.joining(", "));
  }

  private Stream<Kind> all() {
    return Stream.of(
            Arrays.stream(FieldClass.values()).map(Kind::of),
            others.stream().map(OtherKind::kind),
            Stream.of(Kind.NONE))
        .flatMap(kinds -> kinds);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  private static Kinds builtIn() {
    try {
      return read(SettingsFile.builtIn("kinds.yaml"));
    } catch (BadSettings e) {
      throw new IllegalStateException("the built-in kinds are broken", e);
    }
  }

  /**
   * Reads a list of kinds.
   *
   * @throws BadSettings with every mistake
   */
  static Kinds read(SettingsFile file) throws BadSettings {
    Faults faults = new Faults(file.name());
    List<KindEntry> entries =
        PlainYaml.root(file, faults).entries().stream().map(KindEntry::read).toList();
    Map<String, Kind> headings = new LinkedHashMap<>();
    for (KindEntry entry : entries) {
      entry.claim(headings);
    }
    faults.check();
    return new Kinds(
        entries.stream().map(KindEntry::other).toList(),
        headings,
        entries.stream().collect(Collectors.toMap(KindEntry::zh, KindEntry::source)));
  }
}
