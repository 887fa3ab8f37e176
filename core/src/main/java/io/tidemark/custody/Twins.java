package io.tidemark.custody;

import io.tidemark.disclose.plan.Traceability;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * The other parties that hold, or in the same plan will hold, exactly the people of a list: who
 * leaked cannot be told from the people alone.
 *
 * @param parties those that are known by name, in the order of their first copy
 * @param count how many there are: an entry names the first ones only
 */
public record Twins(List<String> parties, int count) {
  private static final int NAMED = 20;
  private static final String MARKS = "marks";
  private static final String HONEY = "honey";

  /** Copies the list. */
  public Twins {
    parties = List.copyOf(parties);
  }

  /** All of them by name. */
  public Twins(List<String> parties) {
    this(parties, parties.size());
  }

  /** Finds them. */
  @FunctionalInterface
  public interface Finder {
    /** The other parties that hold exactly these people now. */
    Twins of(RoaringBitmap records, String party);
  }

  /** With the parties that are given the same people in one plan. */
  public Twins and(Iterable<String> others, String party) {
    Set<String> all = new LinkedHashSet<>(parties);
    others.forEach(all::add);
    all.remove(party);
    return new Twins(new ArrayList<>(all));
  }

  /** At most twenty of the parties; {@link #count} says how many there are. */
  public List<String> named() {
    return parties.subList(0, Math.min(NAMED, parties.size()));
  }

  /** What would tell the copies apart. */
  public static List<String> separatedBy(Traceability traceability) {
    List<String> by = new ArrayList<>(2);
    if (traceability.marked()) {
      by.add(MARKS);
    }
    if (traceability.honey() > 0) {
      by.add(HONEY);
    }
    return by;
  }

  /**
   * Who has the same people, and what would tell the copies apart.
   *
   * @param separatedBy as {@link #separatedBy} says it
   */
  public Words words(List<String> separatedBy) {
    Words who = who();
    boolean marks = separatedBy.contains(MARKS);
    boolean honey = separatedBy.contains(HONEY);
    if (marks && honey) {
      return and(who, "可凭写法标记和蜜罐客户区分", "marks and honey customers tell the copies apart");
    }
    if (marks) {
      return and(who, "可凭写法标记区分", "marks tell the copies apart");
    }
    return honey
        ? and(who, "只有蜜罐客户可以区分", "only honey customers tell the copies apart")
        : and(
            who,
            "没有任何东西可以区分：请加上可承载标记的列或蜜罐客户",
            "nothing tells the copies apart: add columns that carry marks, or honey customers");
  }

  /** Who has the same people. */
  public Words who() {
    String some = String.join(", ", named());
    int more = count() - named().size();
    return new Words(
        "完全相同的人也给了 " + some + (more > 0 ? " 等另外 " + more + " 方" : ""),
        "exactly the same people are held by " + some + (more > 0 ? " and " + more + " more" : ""));
  }

  private static Words and(Words who, String zh, String en) {
    return new Words(who.zh() + "；" + zh, who.en() + "; " + en);
  }
}
