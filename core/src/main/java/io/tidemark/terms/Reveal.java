package io.tidemark.terms;

/** What a reading of {@link PersonalText} is for. Every reader in the code names one. */
public enum Reveal {
  /** To label and grade it. */
  CLASSIFY,
  /** To encrypt it. */
  SEAL,
  /** To compute a keyed search token. */
  INDEX,
  /** To decide whether a row falls under a condition. */
  SELECT,
  /** To mask, generalise or mark it for one recipient. */
  PREPARE,
  /** To write it into a released copy. */
  RELEASE,
  /** To show it to the person who looked it up. */
  SHOW,
  /** To give it to the person whom it is about. */
  OWNER,
  /** To compare it with leaked material. */
  TRACE,
  /** To tell whoever was given it which row is meant. */
  NOTIFY,
  /** To put a call through to it. */
  CONNECT,
  /** To put it into an evidence bundle. */
  EVIDENCE
}
