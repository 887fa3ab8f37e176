package io.tidemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {
  @Test
  void aTimeIsMetOrMissedHoweverLong() {
    Bar bar = Bar.clock(180);
    assertThat(bar.judge(180)).isEqualTo(Outcome.MET);
    assertThat(bar.judge(181)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(1800)).isEqualTo(Outcome.MISSED);
  }

  @Test
  void aSizeIsMetMissedOrMissedByHalf() {
    Bar bar = Bar.atMost(180);
    assertThat(bar.judge(180)).isEqualTo(Outcome.MET);
    assertThat(bar.judge(181)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(270)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(271)).isEqualTo(Outcome.FAR);
  }

  @Test
  void aRateIsMetMissedOrMissedByHalf() {
    Bar bar = Bar.atLeast(0.9);
    assertThat(bar.judge(0.9)).isEqualTo(Outcome.MET);
    assertThat(bar.judge(0.89)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(0.44)).isEqualTo(Outcome.FAR);
  }

  @Test
  void fewTrialsAreFarOffOnlyWhereTheirWholeIntervalIs() {
    Bar bar = Bar.atLeast(0.9);
    assertThat(bar.judge(new Rate(0, 2), true)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(new Rate(0, 9), true)).isEqualTo(Outcome.FAR);
    assertThat(bar.judge(new Rate(9, 10), true)).isEqualTo(Outcome.MET);
    assertThat(bar.judge(new Rate(9, 10), false)).isEqualTo(Outcome.MISSED);
    assertThat(bar.judge(new Rate(0, 2), false)).isEqualTo(Outcome.FAR);
  }

  @Test
  void aQuickRunForgivesANearMissOnly() {
    assertThat(report(Outcome.MISSED).passes(true)).isTrue();
    assertThat(report(Outcome.MISSED).passes(false)).isFalse();
    assertThat(report(Outcome.FAR).passes(true)).isFalse();
    assertThat(report(Outcome.WRONG).passes(true)).isFalse();
    assertThat(report(Outcome.NO_BAR).passes(false)).isTrue();
  }

  private static Report report(Outcome outcome) {
    Words any = Line.same("x");
    return new Report(
        List.of(new Line(any, any, any, any, Outcome.MET), new Line(any, any, any, any, outcome)),
        List.of(),
        any);
  }
}
