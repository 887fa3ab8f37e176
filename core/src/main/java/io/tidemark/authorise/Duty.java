package io.tidemark.authorise;

import java.util.Locale;
import java.util.Optional;

/** What a person is there to do. */
public enum Duty {
  /** Answers for the protection of personal information (个人信息保护负责人, PIPL art. 52). */
  PROTECTION_OFFICER,
  /** Approves releases of the own branch or department. */
  APPROVER,
  /** Approves what needs a second level. */
  SECOND_APPROVER,
  /** Asks for releases. */
  STAFF,
  /** Traces leaks. */
  INVESTIGATOR,
  /** Reads the record. */
  AUDITOR,
  /** Renews contracts of the own book. */
  RENEWAL_CLERK,
  /** Handles claims. */
  CLAIMS_HANDLER,
  /** Answers customers' calls. */
  CALL_AGENT,
  /** Gives people what they may ask of their own data. */
  OWNER_SERVICE,
  /**
   * Is no human but another system of the insurer. Beside it only {@link #STAFF} and {@link
   * #AUDITOR} are possible: a system approves nothing and speaks for nobody.
   */
  SYSTEM;

  /** Whether a system may have it. */
  public boolean fitsSystem() {
    return this == SYSTEM || this == STAFF || this == AUDITOR;
  }

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The duty with that {@link #id}. */
  public static Optional<Duty> named(String id) {
    for (Duty duty : values()) {
      if (duty.id().equals(id)) {
        return Optional.of(duty);
      }
    }
    return Optional.empty();
  }
}
