package io.tidemark.bench.keys;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import io.tidemark.vault.Suite;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.bouncycastle.crypto.fpe.FPEEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Tokens of mobile numbers on one core, beside Bouncy Castle's FF1 alone for as many digits. */
final class TokenSpeed {
  private static final double BAR = 200_000;
  private static final int DIGITS = 10;
  private static final int NUMBERS = 1 << 16;
  private static final int KEY = 32;

  private final Stage stage;

  TokenSpeed(Stage stage) {
    this.stage = stage;
  }

  Line line() {
    stage.say("测量标记（FF1）…", "measuring tokens (FF1) …");
    Random random = new Random(stage.seed());
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    PersonalText[] numbers = new PersonalText[NUMBERS];
    byte[][] digits = new byte[NUMBERS][DIGITS];
    for (int i = 0; i < NUMBERS; i++) {
      StringBuilder number = new StringBuilder("1");
      for (int digit = 0; digit < DIGITS; digit++) {
        digits[i][digit] = (byte) (digit == 0 ? 3 + random.nextInt(7) : random.nextInt(10));
        number.append(digits[i][digit]);
      }
      numbers[i] = PersonalText.of(number.toString());
    }
    PartyTokens tokens = new PartyTokens(Suite.INTERNATIONAL, key);
    FPEEngine bare = new FPEFF1Engine();
    bare.init(true, new FPEParameters(new KeyParameter(key), 10, new byte[0]));
    byte[] out = new byte[DIGITS];
    double floor = rate(i -> bare.processBlock(digits[i], 0, DIGITS, out, 0));
    double ours = rate(i -> tokens.token(FieldClass.MOBILE, numbers[i]));
    return new Line(
        new Words("手机号的标记（FF1），每秒每核", "tokens of mobile numbers (FF1), a second a core"),
        new Words(
            String.format(Locale.ROOT, "Bouncy Castle 单独 %,.0f", floor),
            String.format(Locale.ROOT, "Bouncy Castle alone %,.0f", floor)),
        Line.same(String.format(Locale.ROOT, "%,.0f", ours)),
        Line.same("200,000"),
        Bar.clock(1 / BAR).judge(1 / ours));
  }

  /** How many a second, once the compiler is done with it. */
  private double rate(IntConsumer step) {
    int times = stage.size(80, 4);
    run(step, times);
    long begun = System.nanoTime();
    run(step, times);
    return (double) times * NUMBERS / ((System.nanoTime() - begun) / 1e9);
  }

  private static void run(IntConsumer step, int times) {
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < NUMBERS; i++) {
        step.accept(i);
      }
    }
  }
}
