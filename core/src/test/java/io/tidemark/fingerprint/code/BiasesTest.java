package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.spelling.Carrier;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Biases: exact, Dirichlet(1), and what the symbols follow. */
final class BiasesTest {
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

  /** The marginal of Dirichlet(1) over q parts is Beta(1, q - 1): P(p > x) = (1 - x)^(q - 1). */
  @ParameterizedTest
  @EnumSource(Carrier.class)
  void eachMarginalIsThatOfDirichlet1(Carrier carrier) {
    int draws = 20_000;
    for (int s = 0; s < carrier.spellings(); s++) {
      double[] p = new double[draws];
      for (int i = 0; i < draws; i++) {
        p[i] = Biases.draw(seed(i), carrier).probability(1 << s);
      }
      Arrays.sort(p);
      double distance = 0;
      for (int i = 0; i < draws; i++) {
        double expected = 1 - Math.pow(1 - p[i], carrier.spellings() - 1);
        distance = Math.max(distance, Math.abs(expected - (i + 0.5) / draws));
      }
      // Kolmogorov-Smirnov, level 0.001
      assertThat(distance).as("spelling %s", s).isLessThan(1.95 / Math.sqrt(draws));
    }
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
    double spread = Math.sqrt(1.0 / 18 * 6 / 49 / 8 / positions);
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
