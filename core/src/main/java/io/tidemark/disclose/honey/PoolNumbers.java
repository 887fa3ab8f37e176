package io.tidemark.disclose.honey;

import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The mobile numbers that one disclosure has from the operator's pool: of its first draws, in their
 * order. All other draws have a number that cannot ring. Immutable.
 *
 * @param numbers canonical, eleven digits each
 * @param kept how many numbers of the batches that they come from are never given to anybody: at
 *     least so many others could have been drawn in place of each, whatever is known of the pool
 *     and of everybody else's numbers; the fewest where they come from several batches, 0 when
 *     there are none
 */
public record PoolNumbers(List<PersonalText> numbers, int kept) {
  /** None. */
  public static final PoolNumbers NONE = new PoolNumbers(List.of(), 0);

  /** Copies the list. */
  public PoolNumbers {
    if (kept < 0) {
      throw new IllegalArgumentException("numbers kept back: 0 or more");
    }
    numbers = List.copyOf(numbers);
  }

  /** The number of one draw, when it has one of the pool. */
  Optional<PersonalText> of(int draw) {
    return draw >= 0 && draw < numbers.size() ? Optional.of(numbers.get(draw)) : Optional.empty();
  }

  /** The probability, at most, that an innocent's draw has a given number of the pool. */
  double chance() {
    return 1 / strength();
  }

  /** By what factor, at least, one number that agrees is too much for chance. */
  public double strength() {
    return kept + 1.0;
  }

  /** SHA-256 over a domain line, the disclosure's honey key and the numbers, each on a line. */
  Digest commitment(byte[] key) {
    StringBuilder lines = new StringBuilder();
    for (PersonalText number : numbers) {
      lines.append(number.reveal(Reveal.SEAL)).append('\n');
    }
    return Digest.sha256(
        "tidemark honey numbers v1\n".getBytes(StandardCharsets.UTF_8),
        key,
        lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
