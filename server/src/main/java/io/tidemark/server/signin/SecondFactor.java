package io.tidemark.server.signin;

/** What somebody shows beside the password, as it came. */
sealed interface SecondFactor permits SecondFactor.Code, PasskeyAnswer {
  /** The six digits of an authenticator app. */
  record Code(String digits) implements SecondFactor {}
}
