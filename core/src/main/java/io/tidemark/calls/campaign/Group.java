package io.tidemark.calls.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/** Lines found together, and what the second reading says of them. Not thread-safe. */
final class Group {
  final TreeSet<Long> callers = new TreeSet<>();
  final List<Integer> parts = new ArrayList<>();
  final RoaringBitmap people = new RoaringBitmap();
  Tail tail;
  int firstDay = Integer.MAX_VALUE;
  int lastDay = Integer.MIN_VALUE;

  Group(int part, Tail tail) {
    this.parts.add(part);
    this.tail = tail;
  }

  void follow(int person, int day) {
    people.add(person);
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }

  /** With what another found; of two tests the surer one is told. */
  void take(Group other) {
    callers.addAll(other.callers);
    parts.addAll(other.parts);
    people.or(other.people);
    tail = other.tail.logChance() < tail.logChance() ? other.tail : tail;
    firstDay = Math.min(firstDay, other.firstDay);
    lastDay = Math.max(lastDay, other.lastDay);
  }
}
