package io.tidemark.custody.owner;

import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * A request of a vehicle's new owner for a copy of its policy.
 *
 * @param record the contract that is meant
 * @param licence SHA-256 of the picture of the vehicle licence in the new owner's name
 * @param name a keyed token of the new owner's name; the name itself is not kept
 * @param askedBy who took the request
 * @param decidedBy who approved or rejected it
 * @param decided when
 */
public record BuyerCopy(
    BuyerCopyId id,
    int record,
    State state,
    Digest licence,
    Digest name,
    String askedBy,
    Instant asked,
    Optional<String> decidedBy,
    Optional<Instant> decided) {
  /** Where it stands. */
  public enum State {
    ASKED("待审批", "waits for approval"),
    APPROVED("已批准", "approved"),
    REJECTED("已驳回", "rejected"),
    ISSUED("已交付", "issued");

    private final Words words;

    State(String zh, String en) {
      this.words = new Words(zh, en);
    }

    /** What people call it. */
    public Words words() {
      return words;
    }
  }
}
