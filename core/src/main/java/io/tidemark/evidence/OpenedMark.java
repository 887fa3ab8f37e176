package io.tidemark.evidence;

import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Parsed;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Commitment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark as its record committed to it, opened together with the value that carries it.
 *
 * @param position the content's position
 * @param seed of its biases
 * @param carriers which parts of the value, at least one
 * @param parsed the value, taken apart by these carriers
 */
record OpenedMark(Position position, Seed seed, List<Carrier> carriers, Parsed parsed) {
  /** What the names of the items begin with. */
  static final String MARK = "mark ";

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{32}) ([0-9a-f]{32}) ([A-Z0-9_]+(?:,[A-Z0-9_]+)*)");

  /** The mark of a field, when it is opened and this catalogue can read it. */
  static Optional<OpenedMark> of(Commitment record, FieldClass field) {
    Matcher mark =
        FORM.matcher(opened(record, MARK + field.name()).map(OpenedMark::text).orElse(""));
    Optional<PersonalText> content = opened(record, field.name());
    if (content.isEmpty() || !mark.matches()) {
      return Optional.empty();
    }
    List<Carrier> carriers =
        Arrays.stream(mark.group(3).split(",")).flatMap(n -> Carrier.named(n).stream()).toList();
    Parsed parsed = Catalogue.parse(field, content.get(), carriers);
    return mark.group(3).equals(names(carriers)) && parsed.carriers().equals(carriers)
        ? Optional.of(
            new OpenedMark(
                Position.parse(mark.group(1)), Seed.parse(mark.group(2)), carriers, parsed))
        : Optional.empty();
  }

  private static String names(List<Carrier> carriers) {
    return String.join(",", carriers.stream().map(Carrier::name).toList());
  }

  private static String text(PersonalText mark) {
    return mark.reveal(io.tidemark.terms.Reveal.EVIDENCE);
  }

  /** The opened value of an item. */
  static Optional<PersonalText> opened(Commitment record, String name) {
    return record.items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .flatMap(Commitment.Item::opening)
        .map(opening -> PersonalText.of(opening.value()));
  }
}
