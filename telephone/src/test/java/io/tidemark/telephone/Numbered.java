package io.tidemark.telephone;

import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A switchboard whose answer hangs on the last digit of the number that is called. */
final class Numbered implements Switchboard {
  static final String PERSON = "13912345678";
  static final String ALIAS = "17000000000";
  static final String LATE = "17000000001";
  static final String REJECTED = "17000000002";
  static final String UNKNOWN = "17000000003";
  static final String BROKEN = "17000000004";
  static final String NOWHERE = "17000000005";

  final Queue<IncomingCall> asked = new ConcurrentLinkedQueue<>();

  @Override
  public CallAnswer answer(IncomingCall call) {
    asked.add(call);
    String called = call.called().reveal(Reveal.CONNECT);
    return switch (called.charAt(called.length() - 1)) {
      case '0', '9' -> new CallAnswer.Forward(PersonalText.of(PERSON), "cmcc-01", call.called());
      case '1' -> new CallAnswer.Announce(Refusal.of("outside-hours", "不在时段内", "not in its hours"));
      case '2' -> new CallAnswer.Reject(Refusal.of("not-the-party", "不是该方", "not the party"));
      case '4' -> throw new IllegalStateException("the database is gone");
      case '5' -> new CallAnswer.Forward(PersonalText.of(PERSON), "elsewhere", call.called());
      default -> new CallAnswer.Unknown();
    };
  }

  /** The numbers that called, {@code -} for each that is withheld. */
  String callers() {
    return asked.stream()
        .map(call -> call.caller().map(one -> one.reveal(Reveal.CONNECT)).orElse("-"))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + " " + one);
  }
}
