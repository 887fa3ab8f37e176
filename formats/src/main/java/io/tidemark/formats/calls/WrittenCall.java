package io.tidemark.formats.calls;

import io.tidemark.calls.Ring;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.said.Said;
import io.tidemark.classify.Labels;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A call as somebody wrote it down, cell by cell; an empty cell says nothing. */
public final class WrittenCall {
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern CHINA = Pattern.compile("(?:00)?86(1[3-9][0-9]{9}|0[0-9]{9,11})");

  private final String when;
  private final String called;
  private final String calling;
  private final String knew;
  private final String claimed;
  private final String text;

  private WrittenCall(
      String when, String called, String calling, String knew, String claimed, String text) {
    this.when = when;
    this.called = called;
    this.calling = calling;
    this.knew = knew;
    this.claimed = claimed;
    this.text = text;
  }

  /** A call of these cells. */
  public static WrittenCall of(
      String when, String called, String calling, String knew, String claimed, String text) {
    return new WrittenCall(when, called, calling, knew, claimed, text);
  }

  /** The call; nothing where it tells no time or no called number. */
  public Optional<Ring> read(Labels labels) {
    Optional<Instant> at = CallTime.of(when);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    PersonalText number =
        MOBILE.matcher(called).matches()
            ? PersonalText.of(called)
            : labels.label(FieldClass.MOBILE, called).canonical();
    if (CallingNumber.of(number.reveal(Reveal.CLASSIFY)).isEmpty()) {
      return Optional.empty();
    }
    Said said = Said.of(PersonalText.of(claimed), PersonalText.of(text));
    return Optional.of(new Ring(at.get(), caller(calling), number, Knowledge.of(knew), said));
  }

  /** The code of a calling number however it is written; 0 where there is none. */
  static long caller(String written) {
    if (MOBILE.matcher(written).matches()) {
      return CallingNumber.of(written).orElse(0);
    }
    String digits = NO_DIGIT.matcher(written).replaceAll("");
    String national = CHINA.matcher(digits).replaceFirst("$1");
    return CallingNumber.of(CHINA.matcher(digits).matches() ? national : digits).orElse(0);
  }
}
