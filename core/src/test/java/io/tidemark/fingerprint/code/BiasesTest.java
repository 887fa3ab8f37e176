package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Biases: exact, even and steep, and what the symbols follow. */
final class BiasesTest {
  private static final Set<FieldClass> MARKED_EVERYWHERE =
      Set.of(FieldClass.ADDRESS, FieldClass.MODEL);

  @Property(tries = 2000)
  void weightsAreAtLeastOneAndSumToTheWhole(
      @ForAll @Size(16) byte[] seed, @ForAll Carrier carrier) {
    Biases biases = Biases.draw(new Seed(seed), carrier);
    int sum = 0;
    for (int s = 0; s < carrier.spellings(); s++) {
      assertThat(biases.weight(s)).isBetween(1, Biases.WHOLE - 1);
      assertThat(biases.probability(1 << s)).isEqualTo(biases.weight(s) / 65_536.0);
      sum += biases.weight(s);
    }
    assertThat(sum).isEqualTo(Biases.WHOLE);
    assertThat(biases.probability((1 << carrier.spellings()) - 1)).isEqualTo(1);
    assertThat(biases.probability(0)).isZero();
  }

  /** Evidence draws them again: the cuts are the first distinct ones of SHA-256, sorted. */
  @Property(tries = 2000)
  void aWeightIsAGapBetweenSortedCuts(@ForAll @Size(16) byte[] seed, @ForAll Carrier carrier) {
    assertWeightsAreGaps(seed, carrier);
  }

  /** Among so many draws some are zero, which is no cut. */
  @Test
  void aCutIsNeverZero() {
    for (int number = 0; number < 40_000; number++) {
      byte[] seed = ByteBuffer.allocate(16).putInt(12, number).put(0, (byte) 200).array();
      assertWeightsAreGaps(seed, Carrier.UNIT);
    }
  }

  private static void assertWeightsAreGaps(byte[] seed, Carrier carrier) {
    boolean everywhere = MARKED_EVERYWHERE.contains(carrier.field());
    int spellings = carrier.spellings();
    Biases biases = Biases.draw(new Seed(seed), carrier);
    if (everywhere && Biases.isSteep(new Seed(seed))) {
      int[] shares = cuts(seed, carrier, spellings - 2, Biases.WHOLE / 10);
      int likely = (seed[1 + carrier.lane()] & 0xff) % spellings;
      for (int s = 0, other = 0; s < spellings; s++) {
        int weight = Biases.WHOLE - Biases.WHOLE / 10;
        if (s != likely) {
          weight = shares[other] - (other == 0 ? 0 : shares[other - 1]);
          other++;
        }
        assertThat(biases.weight(s)).isEqualTo(weight);
      }
    } else {
      int gaps = everywhere ? 2 : 4;
      int[] all = cuts(seed, carrier, gaps * spellings - 1, Biases.WHOLE);
      for (int s = 0; s < spellings; s++) {
        int before = s == 0 ? 0 : all[gaps * s - 1];
        assertThat(biases.weight(s)).isEqualTo(all[gaps * (s + 1) - 1] - before);
      }
    }
  }

  private static int[] cuts(byte[] seed, Carrier carrier, int wanted, int whole) {
    Set<Integer> cuts = new TreeSet<>();
    for (int block = 0; cuts.size() < wanted; block++) {
      byte[] last = {(byte) carrier.lane(), (byte) carrier.spellings(), (byte) block};
      ByteBuffer numbers = ByteBuffer.wrap(Digest.sha256(seed, last).bytes());
      while (numbers.hasRemaining() && cuts.size() < wanted) {
        int cut = Short.toUnsignedInt(numbers.getShort()) * whole >>> 16;
        if (cut != 0) {
          cuts.add(cut);
        }
      }
    }
    cuts.add(whole);
    return cuts.stream().mapToInt(cut -> cut).toArray();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void eachUniformNumberStandsForASpellingAsOftenAsItsWeight(Carrier carrier) {
    Biases biases = Biases.draw(seed(7), carrier);
    int[] seen = new int[carrier.spellings()];
    for (int uniform = 0; uniform < Biases.WHOLE; uniform++) {
      seen[biases.spelling(uniform)]++;
    }
    for (int s = 0; s < seen.length; s++) {
      assertThat(seen[s]).isEqualTo(biases.weight(s));
    }
  }

  /** The marginal of Dirichlet(a) over q parts is that of the a-th of aq - 1 uniform numbers. */
  @ParameterizedTest
  @EnumSource(Carrier.class)
  void eachMarginalOfAnEvenPositionIsThatOfItsDirichletDistribution(Carrier carrier) {
    int a = MARKED_EVERYWHERE.contains(carrier.field()) ? 2 : 4;
    int n = a * carrier.spellings() - 1;
    for (int s = 0; s < carrier.spellings(); s++) {
      double[] p = probabilities(carrier, s, false);
      double distance = 0;
      for (int i = 0; i < p.length; i++) {
        double expected = 1;
        double term = Math.pow(1 - p[i], n);
        for (int below = 0; below < a; below++) {
          expected -= term;
          term *= (double) (n - below) / (below + 1) * p[i] / (1 - p[i]);
        }
        distance = Math.max(distance, Math.abs(expected - (i + 0.5) / p.length));
      }
      // Kolmogorov-Smirnov, level 0.001
      assertThat(distance).as("spelling %s", s).isLessThan(1.95 / Math.sqrt(p.length));
    }
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void oneSpellingOfASteepPositionHasNineTenthsAndEachIsItAlike(Carrier carrier) {
    assumeThat(MARKED_EVERYWHERE).contains(carrier.field());
    int q = carrier.spellings();
    for (int s = 0; s < q; s++) {
      double[] p = probabilities(carrier, s, true);
      long likely = Arrays.stream(p).filter(one -> Math.abs(one - 0.9) < 1e-4).count();
      double spread = Math.sqrt(p.length * (1.0 / q) * (1 - 1.0 / q));
      assertThat(likely - (double) p.length / q).isBetween(-4 * spread, 4 * spread);
      double others = Arrays.stream(p).filter(one -> one < 0.5).average().orElse(0);
      assertThat(others).isBetween(0.09 / (q - 1), 0.11 / (q - 1));
    }
  }

  @Test
  void oneOfEightPositionsIsSteepForAllItsCarriers() {
    SplittableRandom random = new SplittableRandom(5);
    int steep = 0;
    int positions = 20_000;
    for (int i = 0; i < positions; i++) {
      Seed seed = new Seed(Played.bytes(random));
      boolean is = Biases.isSteep(seed);
      steep += is ? 1 : 0;
      for (Carrier carrier : List.of(Carrier.PROVINCE, Carrier.UNIT, Carrier.ENGINE)) {
        Biases biases = Biases.draw(seed, carrier);
        boolean likely =
            IntStream.range(0, carrier.spellings()).anyMatch(s -> biases.weight(s) == 58_983);
        assertThat(likely || !is).isTrue();
      }
    }
    double spread = Math.sqrt(positions / 8.0 * 7 / 8);
    assertThat(steep - positions / 8.0).isBetween(-4 * spread, 4 * spread);
  }

  /** Of one spelling at many positions of a kind, in ascending order. */
  private static double[] probabilities(Carrier carrier, int s, boolean steep) {
    SplittableRandom random = new SplittableRandom(carrier.ordinal());
    return Stream.generate(() -> new Seed(Played.bytes(random)))
        .filter(seed -> Biases.isSteep(seed) == steep)
        .limit(steep ? 4_000 : 20_000)
        .mapToDouble(seed -> Biases.draw(seed, carrier).probability(1 << s))
        .sorted()
        .toArray();
  }

  @Test
  void carriersOfOnePositionDrawApart() {
    SplittableRandom random = new SplittableRandom(3);
    double product = 0;
    int positions = 4_000;
    for (int i = 0; i < positions; i++) {
      Seed seed = new Seed(Played.bytes(random));
      product +=
          (Biases.draw(seed, Carrier.PROVINCE).probability(1) - 1.0 / 3)
              * (Biases.draw(seed, Carrier.UNIT).probability(1) - 1.0 / 7);
    }
    double spread = Math.sqrt(1.0 / 18 * 6 / 49 / 8 / positions); // that of Dirichlet(1), wider
    assertThat(product / positions).isBetween(-4 * spread, 4 * spread);
  }

  @Test
  void symbolsOfRecipientsFollowTheBiases() {
    byte[] biasKey = new byte[32];
    biasKey[0] = 5;
    Position position = Played.position(new SplittableRandom(11));
    Biases biases = Biases.draw(new BiasKey(biasKey).seed(position), Carrier.UNIT);
    int recipients = 60_000;
    int[] seen = new int[Carrier.UNIT.spellings()];
    byte[] key = new byte[32];
    for (int i = 0; i < recipients; i++) {
      key[0] = (byte) i;
      key[1] = (byte) (i >> 8);
      seen[new RecipientKey(key).draw(position).symbol(Carrier.UNIT, biases)]++;
    }
    double chiSquare = 0;
    for (int s = 0; s < seen.length; s++) {
      double expected = recipients * biases.probability(1 << s);
      chiSquare += (seen[s] - expected) * (seen[s] - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(22.5); // 6 degrees of freedom, level 0.001
  }

  @Test
  void manyDrawsAtOnceAreTheDrawsOneByOne() {
    RecipientKey key = new RecipientKey(new byte[32]);
    SplittableRandom random = new SplittableRandom(2);
    byte[] positions = new byte[5 * Position.SIZE];
    random.nextBytes(positions);
    RecipientKey.Draw[] all = key.drawAll(positions);
    for (int i = 0; i < all.length; i++) {
      byte[] one = Arrays.copyOfRange(positions, i * Position.SIZE, (i + 1) * Position.SIZE);
      for (Carrier carrier : Carrier.values()) {
        Biases biases = Biases.draw(seed(i), carrier);
        assertThat(all[i].symbol(carrier, biases))
            .isEqualTo(key.draw(Position.of(one)).symbol(carrier, biases));
      }
    }
  }

  @Test
  void aCommitmentBindsTheKeyToTheParty() {
    byte[] other = new byte[32];
    other[31] = 1;
    RecipientKey key = new RecipientKey(new byte[32]);
    assertThat(key.commitment("ag-1")).isEqualTo(new RecipientKey(key.reveal()).commitment("ag-1"));
    assertThat(key.commitment("ag-1")).isNotEqualTo(key.commitment("ag-2"));
    assertThat(key.commitment("ag-1")).isNotEqualTo(new RecipientKey(other).commitment("ag-1"));
  }

  private static Seed seed(int number) {
    byte[] seed = new byte[Position.SIZE];
    seed[0] = (byte) number;
    seed[1] = (byte) (number >> 8);
    return new Seed(seed);
  }
}
