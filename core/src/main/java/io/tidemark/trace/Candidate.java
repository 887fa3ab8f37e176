package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A recipient that holds at least one of the people found.
 *
 * @param party the recipient
 * @param disclosures its disclosures that hold any of them
 * @param disclosure the one of them that the evidence speaks for, when it can be told
 * @param logMarks the natural logarithm of the factor of the marks
 * @param logHoney the natural logarithm of the factor of the honey customers
 * @param bound the chance that any innocent candidate of this inquiry scores this high, at most 1
 * @param posterior its probability, given holders, times, columns, marks and honey, over all
 *     candidates and outside; where several lists leaked, several can be near 1
 * @param rowsExplained how many of the matched rows it was given
 * @param honeyRows how many leaked rows are its honey customers
 * @param late how many of its disclosures were recorded after the material was seen; they count for
 *     the bound and not for the posterior
 * @param lacking the columns that the leak shows, agreeing with the record, of people whom the
 *     party was given without them; they count for the posterior only
 * @param honey how many honey customers its keys draw
 * @param honeyAmong 0 when it holds one of the leaked people; else how many customers the keys of
 *     all parties that hold none of them draw, which share the evidence
 */
public record Candidate(
    String party,
    List<RecordedDisclosure> disclosures,
    Optional<DisclosureId> disclosure,
    double logMarks,
    double logHoney,
    double bound,
    double posterior,
    int rowsExplained,
    int honeyRows,
    int late,
    Set<FieldClass> lacking,
    long honey,
    long honeyAmong) {
  /** Copies the collections. */
  public Candidate {
    disclosures = List.copyOf(disclosures);
    lacking = Collections.unmodifiableSortedSet(new TreeSet<>(lacking));
  }

  /** The natural logarithm of all that counts for the bound. */
  public double logEvidence() {
    return logMarks + logHoney;
  }
}
