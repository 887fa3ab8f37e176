package io.tidemark.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final double SLACK = 1e-6;

  @Property(tries = 200)
  void aBoxOfAFrameLiesInThePictureWhereItShows(
      @ForAll @DoubleRange(min = -3.1, max = 3.1) double angle,
      @ForAll @DoubleRange(min = .2, max = 4) double scale) {
    Box place = new Box(300, 200, Math.cos(angle), Math.sin(angle), 200 / scale, 100 / scale);
    Frame frame = Frame.of(place, 200, 100);
    assertThat(frame.scale()).isCloseTo(1 / scale, within(SLACK));
    Box whole = frame.inPicture(new Box(100, 50, 1, 0, 200, 100));
    assertThat(whole.x()).isCloseTo(place.x(), within(SLACK));
    assertThat(whole.y()).isCloseTo(place.y(), within(SLACK));
    assertThat(whole.ux()).isCloseTo(place.ux(), within(SLACK));
    assertThat(whole.length()).isCloseTo(place.length(), within(SLACK));
    assertThat(whole.thickness()).isCloseTo(place.thickness(), within(SLACK));
  }

  @Property(tries = 200)
  void fourQuartersAreATurn(@ForAll @DoubleRange(min = -3.1, max = 3.1) double angle) {
    Box box = new Box(5, 6, Math.cos(angle), Math.sin(angle), 30, 10);
    Box turned = box.quarter().quarter();
    assertThat(turned.ux()).isCloseTo(box.reversed().ux(), within(SLACK));
    assertThat(box.facing(1, 0).ux()).isGreaterThanOrEqualTo(Math.sqrt(.5) - SLACK);
    assertThat(box.quarter().corner(-1, -1).x()).isCloseTo(box.corner(1, -1).x(), within(SLACK));
  }

  @Test
  void aFrameThatShrinksLeavesNoPixelOut() {
    int[] colours = new int[256 * 256];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = (i + i / 256) % 2 == 0 ? 0xffffff : 0;
    }
    Pixels board = Pixels.of(256, colours);
    Pixels small = board.seen(Frame.whole(board, 1 / 8.0));
    assertThat(small.at(7, 9) & 255).isBetween(120, 135);
  }

  @Test
  void beyondTheEdgeTheEdgeGoesOn() {
    Pixels one = Pixels.of(1, new int[] {0x123456});
    Pixels seen = one.seen(new Frame(3, 3, -1, -1, 1, 0, 0, 1));
    assertThat(seen.at(2, 2)).isEqualTo(0x123456);
  }
}
