package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures whose lines are given: each shows one line, and goes on where the number before it ends.
 *
 * @param numbers of the pictures
 * @param lines one for each
 */
record Screenshot(List<Integer> numbers, List<String> lines) implements Shown {
  /** A picture of no text. */
  static Screenshot of(int number) {
    return of(number, "");
  }

  static Screenshot of(int number, String line) {
    return new Screenshot(List.of(number), List.of(line));
  }

  @Override
  public Optional<Words> left() {
    return Optional.empty();
  }

  @Override
  public Optional<Shown> followed(Shown next) {
    Screenshot other = (Screenshot) next;
    int last = numbers.get(numbers.size() - 1);
    return other.numbers.get(0) != last + 1
        ? Optional.empty()
        : Optional.of(
            new Screenshot(
                Stream.concat(numbers.stream(), other.numbers.stream()).toList(),
                Stream.concat(lines.stream(), other.lines.stream()).toList()));
  }

  /** A finding that goes over a line's end stands in both. */
  @Override
  public Seen seen() {
    String text = String.join("\n", lines);
    List<Spread> said = new ArrayList<>();
    for (Finding finding : Ground.in(text, Finders.usual().everything())) {
      int first = line(text, finding.span().start());
      int last = line(text, finding.span().end() - 1);
      said.add(
          new Spread(
              finding,
              IntStream.rangeClosed(first, last)
                  .mapToObj(i -> new Spot(i, new Place.InPicture(10 * i, 0, 5, 5, List.of())))
                  .toList()));
    }
    return new Seen(PersonalText.of(text), said, List.of());
  }

  private static int line(String text, int at) {
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
