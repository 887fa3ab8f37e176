package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.people.FoundPerson;
import io.tidemark.find.people.People;
import io.tidemark.formats.scan.Shown.Seen;
import io.tidemark.formats.scan.Shown.Spot;
import io.tidemark.formats.scan.Shown.Spread;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as they come: those of one folder that go on from each other are held until the last of
 * them and told as one conversation, any other by itself. Of a picture that is held nothing but its
 * text is kept. Not thread-safe.
 */
final class Screenshots {
  /** The most pictures of one conversation. */
  static final int MOST = 200;

  private final Telling telling;
  private final List<String> paths = new ArrayList<>();
  private @Nullable Shown shown;

  Screenshots(Telling telling) {
    this.telling = telling;
  }

  /** The next picture of the pile. */
  void next(String path, Shown next) throws IOException {
    Shown before = shown;
    Optional<Shown> both =
        before == null || paths.size() == MOST || !besides(path)
            ? Optional.empty()
            : before.followed(next);
    if (both.isEmpty()) {
      end();
    }
    paths.add(path);
    shown = both.orElse(next);
  }

  /** Nothing goes on from the last picture. */
  void end() throws IOException {
    Shown last = shown;
    shown = null;
    if (last != null) {
      List<String> all = List.copyOf(paths);
      paths.clear();
      if (all.size() == 1) {
        record(all, last.seen().said());
      } else {
        conversation(all, last.seen());
      }
    }
  }

  private void record(List<String> pictures, List<Spread> spreads) throws IOException {
    Places places = new Places(pictures, spreads);
    telling.inRecord(places::path, spreads.stream().map(Spread::finding).toList(), places::place);
  }

  /** A name beside what was said is who says it, not whom it is about. */
  private void conversation(List<String> pictures, Seen seen) throws IOException {
    Map<Finding, Spread> spreads = new IdentityHashMap<>();
    seen.said().forEach(one -> spreads.put(one.finding(), one));
    List<Finding> said = seen.said().stream().map(Spread::finding).toList();
    for (FoundPerson person : People.join(seen.text().reveal(Reveal.CLASSIFY), said)) {
      Places places = new Places(pictures, person.findings().stream().map(spreads::get).toList());
      telling.inText(places::path, person.findings(), places::place);
    }
    for (Spread spread : seen.beside()) {
      record(pictures, List.of(spread));
    }
  }

  /** Whether a file lies where the last picture does. */
  private boolean besides(String path) {
    return folder(path).equals(folder(paths.get(paths.size() - 1)));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Where findings stand. */
  private record Places(List<String> pictures, List<Spread> spreads) {
    String path(int at) {
      return pictures.get(spreads.get(at).spots().get(0).picture());
    }

    Place place(int at) {
      List<Spot> spots = spreads.get(at).spots();
      Place.InPicture first = spots.get(0).box();
      if (spots.size() == 1) {
        return first;
      }
      return new Place.InPictures(
          first,
          spots.stream()
              .skip(1)
              .map(spot -> new Place.InPictures.Further(pictures.get(spot.picture()), spot.box()))
              .toList());
    }
  }
}
