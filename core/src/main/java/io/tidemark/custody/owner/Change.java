package io.tidemark.custody.owner;

import io.tidemark.rights.Right;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.OptionalLong;

/** What was changed of a person's data at somebody's word, or was refused. */
public sealed interface Change {
  /** Who did it. */
  String actor();

  /** When. */
  Instant at();

  /** The index of its entry. */
  long entry();

  /**
   * A correction of one field of one record.
   *
   * @param record the record's number
   * @param why as it was said
   * @param ended the entry with which it ended; nothing while it stands
   */
  record Correction(
      int record,
      FieldClass field,
      String why,
      String actor,
      Instant at,
      long entry,
      OptionalLong ended)
      implements Change {}

  /**
   * Something that was asked for and refused.
   *
   * @param refusal the reason, in both languages
   */
  record Refused(Right right, Refusal refusal, String actor, Instant at, long entry)
      implements Change {}
}
