package io.tidemark.custody.owner;

import io.tidemark.authorise.Level;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.ExportId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of one person today, for that person (PIPL arts. 44, 45). Immutable; hides its
 * texts.
 *
 * @param id names the copy
 * @param receipt of the entry after which it was opened
 * @param made when
 * @param policy what people call the version of the policy that grades it
 * @param contracts the person's records, in the order of their numbers
 * @param said what the person said of the use of it
 */
public record OwnerCopy(
    ExportId id,
    Receipt receipt,
    Instant made,
    String policy,
    List<Contract> contracts,
    List<Consents.Kept> said) {
  /** Copies the lists. */
  public OwnerCopy {
    contracts = List.copyOf(contracts);
    said = List.copyOf(said);
  }

  /**
   * One record.
   *
   * @param origin where what it says comes from
   */
  public record Contract(Origin origin, List<Value> values, List<Use> uses) {
    /** Copies the lists. */
    public Contract {
      values = List.copyOf(values);
      uses = List.copyOf(uses);
    }
  }

  /**
   * The entry that made a version.
   *
   * @param kind {@code deposit} or {@code correction}
   */
  public record Origin(long entry, String kind, Instant time) {}

  /**
   * One field.
   *
   * @param original as it was deposited
   * @param canonical the one form of all its spellings
   * @param suspicion the code of what seems wrong with it
   * @param grade how grave a disclosure of it would be
   * @param levels what published scales say of it
   */
  public record Value(
      FieldClass field,
      PersonalText original,
      PersonalText canonical,
      Optional<String> suspicion,
      Grade grade,
      List<Level> levels) {
    /** Copies the list. */
    public Value {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A purpose for which a record is kept.
   *
   * @param basis what it rests on
   * @param stopped whether the person's own word, or its absence, stops it
   * @param until the last day on which it needs the record; nothing where that is open
   */
  public record Use(
      String purpose, Words words, String basis, boolean stopped, Optional<LocalDate> until) {}

  /** The fields of all records. */
  public long values() {
    return contracts.stream().mapToLong(contract -> contract.values().size()).sum();
  }
}
