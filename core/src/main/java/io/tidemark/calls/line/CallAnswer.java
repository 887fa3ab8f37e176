package io.tidemark.calls.line;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;

/** What becomes of a call to a number of the pool. */
public sealed interface CallAnswer {
  /**
   * The call goes on to the person.
   *
   * @param number the person's own number, which the caller is not shown
   * @param line the line on which the alias rings, as the operator calls it
   * @param shown the number that the person sees calling: the alias
   */
  record Forward(PersonalText number, String line, PersonalText shown) implements CallAnswer {}

  /** The caller hears why the call goes nowhere, and nothing else. */
  record Announce(Refusal reason) implements CallAnswer {}

  /** The call is turned away. */
  record Reject(Refusal reason) implements CallAnswer {}

  /** The number is none of ours: nothing is recorded. */
  record Unknown() implements CallAnswer {}
}
