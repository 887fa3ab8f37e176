package io.tidemark.formats.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Groups of letters to the number that they carry. Each group is one equation over the 104 bits of
 * the message, drawn by the key (a random linear code, as in MacKay, "Fountain codes", 2005): any
 * 104 independent ones are enough, whichever pages and lines are left. Where some were read
 * wrongly, other choices of 104 are tried (information-set decoding, Prange 1962), and the message
 * with which most groups agree is the one that is held against its check bits, once.
 */
final class Decoding {
  /** Bits of a message. */
  static final int BITS = Long.SIZE + MarkKey.CHECK_BITS;

  private static final int CHOICES = 1500;
  private static final double CERTAIN = 0.97;
  private static final double LEAST = 0.75;

  private record Vote(MarkKey.Equation equation, boolean value, int weight) {}

  private final MarkKey key;
  private final List<Vote> votes;

  Decoding(MarkKey key, List<Group> groups) {
    this.key = key;
    Map<String, Integer> sums = new HashMap<>();
    groups.forEach(group -> sums.merge(group.context(), group.raised() ? 1 : -1, Integer::sum));
    votes = new ArrayList<>();
    sums.forEach(
        (context, sum) -> {
          if (sum != 0) {
            votes.add(new Vote(key.equation(context), sum > 0, Math.abs(sum)));
          }
        });
  }

  /** How many different groups speak. */
  int voices() {
    return votes.size();
  }

  /** The number, if the check bits hold. */
  Optional<Long> number() {
    if (votes.size() < BITS) {
      return Optional.empty();
    }
    List<Vote> order = new ArrayList<>(votes);
    order.sort(Comparator.comparingInt(Vote::weight).reversed());
    Random random = new Random(votes.size()); // which choices are tried first, nothing secret
    Optional<MarkKey.Message> best = Optional.empty();
    double most = LEAST;
    for (int choice = 0; choice < CHOICES && most < CERTAIN; choice++) {
      Optional<MarkKey.Message> solved = Elimination.solve(order);
      if (solved.isEmpty()) {
        break;
      }
      double agreed = (double) agreeing(solved.get()) / votes.size();
      if (agreed > most) {
        most = agreed;
        best = solved;
      }
      Collections.shuffle(order, random);
    }
    return best.filter(key::holds).map(MarkKey.Message::payload);
  }

  /**
   * The chance that a number that stands for nobody's copy agrees as much as this one does, for one
   * number that was fixed before; nothing when fewer than half agree.
   */
  OptionalDouble chance(long payload) {
    int agreed = agreeing(key.message(payload));
    return agreed * 2 <= votes.size()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Tail.atLeast(agreed, votes.size()));
  }

  private int agreeing(MarkKey.Message message) {
    int agreed = 0;
    for (Vote vote : votes) {
      agreed += vote.equation().of(message) == vote.value() ? 1 : 0;
    }
    return agreed;
  }

  /** Gauss's elimination modulo 2 over two words. */
  private static final class Elimination {
    private final long[] payload = new long[BITS];
    private final long[] check = new long[BITS];
    private final boolean[] value = new boolean[BITS];
    private final boolean[] filled = new boolean[BITS];
    private int rank;

    static Optional<MarkKey.Message> solve(List<Vote> order) {
      Elimination rows = new Elimination();
      for (int i = 0; i < order.size() && rows.rank < BITS; i++) {
        rows.add(order.get(i));
      }
      return rows.rank == BITS ? Optional.of(rows.solution()) : Optional.empty();
    }

    private void add(Vote vote) {
      long high = vote.equation().payload();
      long low = vote.equation().check();
      boolean sum = vote.value() ^ vote.equation().flip();
      for (int bit = 0; bit < BITS; bit++) {
        if (!bit(high, low, bit)) {
          continue;
        }
        if (!filled[bit]) {
          payload[bit] = high;
          check[bit] = low;
          value[bit] = sum;
          filled[bit] = true;
          rank++;
          return;
        }
        high ^= payload[bit];
        low ^= check[bit];
        sum ^= value[bit];
      }
    }

    private MarkKey.Message solution() {
      long high = 0;
      long low = 0;
      for (int bit = BITS - 1; bit >= 0; bit--) {
        int others = Long.bitCount(payload[bit] & high) + Long.bitCount(check[bit] & low);
        if ((others & 1) == 1 ^ value[bit]) {
          high |= bit < Long.SIZE ? 1L << bit : 0;
          low |= bit < Long.SIZE ? 0 : 1L << (bit - Long.SIZE);
        }
      }
      return new MarkKey.Message(high, low);
    }

    private static boolean bit(long high, long low, int bit) {
      return ((bit < Long.SIZE ? high >>> bit : low >>> (bit - Long.SIZE)) & 1) == 1;
    }
  }
}
