package io.tidemark.formats.grading;

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
  private static final Headings OTHERS =
      Headings.usual().with(headingsThatAreNoFields(Headings.usual()));

  /** Copies the map. */
  public KnownHeadings {
    corrected = Map.copyOf(corrected);
  }

  /**
   * What headings of files of this sender mean. A correction for the sender goes before one for
   * everybody.
   */
  public static KnownHeadings of(List<Correction> corrections, Optional<String> sender) {
    Map<String, Correction> counting = new HashMap<>();
    for (Optional<String> whose : List.of(Optional.<String>empty(), sender)) {
      corrections.stream()
          .filter(correction -> correction.sender().equals(whose))
          .forEach(correction -> counting.put(correction.heading(), correction));
    }
    Map<String, Kind> kinds = new HashMap<>();
    counting.forEach((heading, correction) -> kinds.put(heading, correction.kind()));
    return new KnownHeadings(OTHERS.with(kinds), counting);
  }

  /** These and those of a mapping file, where there is one. */
  public KnownHeadings with(Optional<Path> mapping) throws Unreadable {
    return mapping.isEmpty() ? this : new KnownHeadings(headings.with(mapping.get()), corrected);
  }

  private static Map<String, Kind> headingsThatAreNoFields(Headings usual) {
    Map<String, Kind> others = new HashMap<>(Kinds.usual().headings());
    others.keySet().removeIf(heading -> usual.kind(heading).isPresent());
    return others;
  }

  /** The correction by which this heading is understood, where there is one. */
  public Optional<Correction> correction(Heading heading) {
    return headings
        .knownAs(heading.text())
        .map(corrected::get)
        .filter(correction -> heading.kind().equals(Optional.of(correction.kind())));
  }
}
