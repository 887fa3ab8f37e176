package io.tidemark.formats.scan;

import io.tidemark.find.FoundClass;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scan met, for tests to look at. */
final class Met implements Account {
  final List<Sighting> sightings = new ArrayList<>();
  final List<Skipped> skipped = new ArrayList<>();

  static Ground ground(Finders finders) {
    return new Ground(
        finders,
        PolicyFile.builtIn(),
        KnownHeadings.of(List.of(), Optional.empty()),
        LocalDate.of(2026, 11, 30));
  }

  /** Scans files with the usual finders. */
  static Met in(Path... files) throws IOException {
    return in(Finders.usual(), files);
  }

  static Met in(Finders finders, Path... files) throws IOException {
    Met met = new Met();
    try (Pile pile = Pile.of(List.of(files), PileLimits.USUAL);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      new Scan(ground(finders), Optional.empty(), documents, met).read(pile);
    }
    return met;
  }

  @Override
  public void sighted(Sighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public void skipped(Skipped one) {
    skipped.add(one);
  }

  List<Sighting> of(FoundClass found) {
    return sightings.stream().filter(one -> one.finding().found() == found).toList();
  }

  static String value(Sighting sighting) {
    return sighting.finding().value().reveal(Reveal.SHOW);
  }
}
