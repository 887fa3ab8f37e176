package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a stretch may hold; the weightiest that do not overlap are found. Not thread-safe. */
public final class Candidates {
  private static final int FEW = 16;

  /** How many places are remembered, a power of two: each class asks for the parts of a stretch. */
  private static final int LAST = 16;

  private final List<Candidate> all = new ArrayList<>();
  private int asked = -1;
  private long told;

  /** Places and one; 0 where none was asked. */
  private final int[] askedTight = new int[LAST];

  private final long[] toldTight = new long[LAST];

  void add(Candidate candidate) {
    all.add(candidate);
  }

  /** Of which classes the word before a place of the text speaks; asked once for each place. */
  long clue(String text, int at) {
    if (at != asked) {
      asked = at;
      told = Clues.before(text, at);
    }
    return told;
  }

  /** The same where nothing but marks and spaces stands between; else 0. */
  long tight(String text, int at) {
    if (at == asked) {
      return (told & Clues.TIGHT) != 0 ? told : 0;
    }
    int slot = at & (LAST - 1);
    if (askedTight[slot] != at + 1) {
      askedTight[slot] = at + 1;
      toldTight[slot] = Clues.tight(text, at);
    }
    return toldTight[slot];
  }

  /** How many were added. */
  int size() {
    return all.size();
  }

  /** What was added as the {@code i}th. */
  Finding at(int i) {
    return all.get(i).finding();
  }

  /** Whether the text has none of what was added. */
  boolean isFree(Span span) {
    return free(span, all.size());
  }

  /** Adds what stands whole between two signs, {@code last} excluded. */
  void add(
      Stretch in, int first, int last, FoundClass found, int grounds, String value, int weight) {
    add(in, first, last, found, grounds, value, Finding.Form.WHOLE, weight);
  }

  void add(
      Stretch in,
      int first,
      int last,
      FoundClass found,
      int grounds,
      String value,
      Finding.Form form,
      int weight) {
    Span span = new Span(in.from(first), in.to(last - 1));
    all.add(Candidate.of(found, span, Confidence.by(grounds), value, form, weight));
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Keeps those that go over {@code place} of the text and have no other digits beside them in the
   * stretch: columns of numbers below each other are none that was broken off.
   */
  public void keepAcross(Stretch in, int place) {
    all.removeIf(one -> !across(in, one.finding().span(), place));
  }

  private static boolean across(Stretch in, Span span, int place) {
    boolean beside = span.start() > place || span.end() <= place;
    for (int i = 0; i < in.size() && !beside; i++) {
      beside = Edges.digit(in, i) && (in.to(i) <= span.start() || in.from(i) >= span.end());
    }
    return !beside;
  }

  /** Takes those away that begin before a place. */
  public void keepBehind(int place) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).finding().span().start() < place) {
        all.remove(i);
      }
    }
  }

  /** Whether one of these shares a place with one of the others and is no lighter than they are. */
  public boolean overlap(Candidates others) {
    int most = others.all.stream().mapToInt(Candidate::weight).max().orElse(0);
    return all.stream()
        .anyMatch(one -> one.weight() >= most && !others.isFree(one.finding().span()));
  }

  /**
   * Takes those away of the others that share a place with one of these, unless one is weightier.
   */
  public boolean outweigh(Candidates others) {
    int most = all.stream().mapToInt(Candidate::weight).max().orElse(0);
    boolean lighter =
        others.all.stream().noneMatch(one -> one.weight() > most && !isFree(one.finding().span()));
    if (lighter) {
      others.all.removeIf(one -> !isFree(one.finding().span()));
    }
    return lighter;
  }

  /** Forgets all. */
  public void clear() {
    all.clear();
    asked = -1;
    Arrays.fill(askedTight, 0);
  }

  /**
   * Tells of the found ones and forgets all.
   *
   * @return behind the last of them, or -1
   */
  public int tell(Consumer<Finding> found) {
    int end = -1;
    if (all.size() > 1) {
      Collections.sort(all);
    }
    NavigableMap<Integer, Integer> taken = all.size() > FEW ? new TreeMap<>() : null;
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      Span span = all.get(i).finding().span();
      if (taken == null ? free(span, kept) : free(span, taken)) {
        all.set(kept++, all.get(i));
        end = Math.max(end, span.end());
        if (taken != null) {
          taken.put(span.start(), span.end());
        }
        found.accept(all.get(kept - 1).finding());
      }
    }
    clear();
    return end;
  }

  /** Of many candidates those taken are looked up, so that a line of a million stays linear. */
  private static boolean free(Span span, NavigableMap<Integer, Integer> taken) {
    Map.Entry<Integer, Integer> before = taken.lowerEntry(span.end());
    return before == null || before.getValue() <= span.start();
  }

  private boolean free(Span span, int before) {
    for (int i = 0; i < before; i++) {
      if (all.get(i).finding().span().overlaps(span)) {
        return false;
      }
    }
    return true;
  }
}
