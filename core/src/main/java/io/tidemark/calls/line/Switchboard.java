package io.tidemark.calls.line;

/** Who decides about calls to numbers of the pool. Thread-safe. */
public interface Switchboard {
  /**
   * Decides, and keeps what has to be kept before it answers: a try of the party that the number
   * was given to, or a sighting of anybody else. Asked again for the same call it answers alike and
   * counts nothing twice. Answers within milliseconds; throws where nothing could be kept, and the
   * call is then to be turned away.
   */
  CallAnswer answer(IncomingCall call);
}
