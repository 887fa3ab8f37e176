package io.tidemark.app.files;

import io.tidemark.classify.Correction;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.settings.Kinds;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Headings;
import io.tidemark.terms.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What headings mean here: the usual ones, those of kinds that are not kept, what people corrected,
 * and the mapping file of this one command, the later before the earlier. Immutable.
 *
 * @param headings all of them
 * @param corrected the corrections that count, by heading as it is compared
 */
public record KnownHeadings(Headings headings, Map<String, Correction> corrected) {
  /** Copies the map. */
  public KnownHeadings {
    corrected = Map.copyOf(corrected);
  }

  /**
   * What headings of files of this sender mean. A correction for the sender goes before one for
   * everybody.
   */
  public static KnownHeadings of(
      List<Correction> corrections, Optional<String> sender, Optional<Path> mapping)
      throws Unreadable {
    Map<String, Correction> counting = new HashMap<>();
    corrections.stream()
        .filter(c -> c.sender().isEmpty())
        .forEach(c -> counting.put(c.heading(), c));
    corrections.stream()
        .filter(c -> c.sender().isPresent() && c.sender().equals(sender))
        .forEach(c -> counting.put(c.heading(), c));
    Map<String, Kind> kinds = new HashMap<>();
    counting.forEach((heading, correction) -> kinds.put(heading, correction.kind()));
    Headings usual = Headings.usual();
    Headings known = usual.with(headingsThatAreNoFields(usual)).with(kinds);
    return new KnownHeadings(mapping.isPresent() ? known.with(mapping.get()) : known, counting);
  }

  private static Map<String, Kind> headingsThatAreNoFields(Headings usual) {
    Map<String, Kind> others = new HashMap<>(Kinds.usual().headings());
    others.keySet().removeIf(heading -> usual.kind(heading).isPresent());
    return others;
  }

  /** The correction by which this heading is understood, where there is one. */
  public Optional<Correction> correction(Heading heading) {
    return Optional.ofNullable(corrected.get(Headings.plain(heading.text())))
        .filter(correction -> heading.kind().equals(Optional.of(correction.kind())));
  }
}
