package io.tidemark.evidence;

import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.trace.WeighedMark;
import io.tidemark.vault.Commitment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The result of one inquiry with everything that its score rests on. Its bytes are what the
 * attribution's ledger entry commits to. It holds personal text: the leaked rows and the opened
 * items that they were compared with.
 *
 * @param id the case
 * @param attempt which attempt at the case it is, from 1
 * @param material what was read
 * @param rows how many rows were read, matched, about nobody here
 * @param verdict the verdict's name
 * @param candidates how many candidates the bound counts
 * @param threshold the bound that had to be met
 * @param outside the probability that somebody has these people without us
 * @param seen before which time the material was seen, when that was said
 * @param ranking the best candidates, best first
 * @param leak the matched rows in the order of the leak
 * @param honey the leaked rows of honey customers
 * @param marks the numbers that were read in pictures and documents
 */
public record CaseFile(
    String id,
    int attempt,
    List<Material> material,
    Rows rows,
    String verdict,
    int candidates,
    double threshold,
    double outside,
    Optional<Instant> seen,
    List<Ranked> ranking,
    List<LeakRow> leak,
    List<HoneyRow> honey,
    List<Mark> marks) {
  /** Copies the lists. */
  public CaseFile {
    marks = List.copyOf(marks);
    material = List.copyOf(material);
    ranking = List.copyOf(ranking);
    leak = List.copyOf(leak);
    honey = List.copyOf(honey);
  }

  /** A case of rows alone. */
  public CaseFile(
      String id,
      int attempt,
      List<Material> material,
      Rows rows,
      String verdict,
      int candidates,
      double threshold,
      double outside,
      Optional<Instant> seen,
      List<Ranked> ranking,
      List<LeakRow> leak,
      List<HoneyRow> honey) {
    this(
        id,
        attempt,
        material,
        rows,
        verdict,
        candidates,
        threshold,
        outside,
        seen,
        ranking,
        leak,
        honey,
        List.of());
  }

  /**
   * A number that was read in a picture or a document and was given out.
   *
   * @param file where it lay among the material
   * @param number what was read
   * @param from in what: {@code layout}, {@code structure}, {@code page}, {@code picture}
   * @param bound the chance that any of the files names an innocent so
   * @param party the recipient of the copy that it names
   * @param disclosure whose number it is, where it is one's
   * @param entry the ledger index of the entry that gave it out
   * @param rows how many rows of the file are about people in custody
   * @param held about how many of these the party was ever given anything
   * @param accused whether the verdict stands behind it
   */
  public record Mark(
      String file,
      CopyNumber number,
      String from,
      double bound,
      String party,
      Optional<String> disclosure,
      long entry,
      int rows,
      int held,
      boolean accused) {
    /** Whether the file shows people of whom the party was given nobody. */
    public boolean contradicted() {
      return WeighedMark.contradicted(disclosure.isPresent(), rows, held);
    }
  }

  /** Everybody whom the verdict accuses, by rows or by a number, each once. */
  public Set<String> accused() {
    Set<String> accused = new TreeSet<>();
    ranking.stream().filter(Ranked::accused).forEach(one -> accused.add(one.party()));
    marks.stream().filter(Mark::accused).forEach(one -> accused.add(one.party()));
    return accused;
  }

  /** One leaked file. */
  public record Material(String name, Digest sha256) {
    /** One digest for all files, in whatever order: what the inquiry's entry commits to. */
    public static Digest digest(List<Material> files) {
      return Digest.sha256(
          files.stream()
              .map(file -> file.sha256().toString())
              .sorted()
              .collect(Collectors.joining()));
    }
  }

  /** How many rows were read, are about somebody in custody, and are about nobody here. */
  public record Rows(long read, long matched, long foreign) {}

  /**
   * One candidate.
   *
   * @param party the recipient
   * @param disclosure the one of its disclosures that the evidence speaks for, when it can be told
   * @param logMarks the natural logarithm of the factor of the marks
   * @param logHoney the natural logarithm of the factor of the honey customers
   * @param honey how many honey customers its keys draw, the spare ones among them
   * @param honeyAmong 0 when it holds one of the leaked people; else how many customers the keys of
   *     all parties that hold none of them draw, which share the evidence
   * @param bound the bound on accusing an innocent
   * @param posterior its probability over all candidates and outside
   * @param rowsExplained how many of the matched rows it was given
   * @param late how many of its disclosures were recorded after the material was seen: they count
   *     for the bound and not for the posterior
   * @param lacking the columns that the leak shows, agreeing with the record, of people whom it was
   *     given without them: they speak against it in the posterior
   * @param accused whether the verdict stands behind it
   */
  public record Ranked(
      String party,
      Optional<String> disclosure,
      double logMarks,
      double logHoney,
      long honey,
      long honeyAmong,
      double bound,
      double posterior,
      int rowsExplained,
      int late,
      Set<FieldClass> lacking,
      boolean accused) {
    /** Copies the set. */
    public Ranked {
      lacking = Collections.unmodifiableSortedSet(new TreeSet<>(lacking));
    }
  }

  /**
   * One leaked row.
   *
   * @param number its place among the rows that were read
   * @param cells the leaked text of each marked field, and the canonical text of each number that
   *     agrees
   * @param whole the whole line of loose text, or empty
   * @param records the commitments of the versions that it is read from, each with the same marks,
   *     opened where the row shows the item
   */
  public record LeakRow(
      long number,
      Map<FieldClass, PersonalText> cells,
      PersonalText whole,
      List<Commitment> records) {
    /** Copies the collections. */
    public LeakRow {
      records = List.copyOf(records);
      cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    }
  }

  /**
   * A leaked row that has a number of a honey customer.
   *
   * @param number its place among the rows that were read
   * @param cells its numbers and its name in canonical form
   * @param invented the customers that one of its numbers points to
   */
  public record HoneyRow(
      long number, Map<FieldClass, PersonalText> cells, List<Invented> invented) {
    /** Copies the collections. */
    public HoneyRow {
      cells = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(cells));
      invented = List.copyOf(invented);
    }
  }

  /** A honey customer: its disclosure, and which of the honey key's customers it is. */
  public record Invented(String disclosure, int draw) {}
}
