package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last real rows before a place of the list: what an invented row there should look like. Holds
 * at most {@link #MOST} rows, and the remarks that more than one of the list's people has. Not
 * thread-safe.
 */
final class Neighbours {
  private static final int MOST = 64;
  private static final int MOST_REMARKS = 2_000;

  private final List<Content> rows = new ArrayList<>(MOST);
  private final Map<String, String> firstWith = new HashMap<>();
  private final Set<String> stock = new HashSet<>();
  private int next;

  void add(Content row) {
    if (rows.size() < MOST) {
      rows.add(row);
    } else {
      rows.set(next, row);
    }
    next = (next + 1) % MOST;
    String remark = text(row, FieldClass.REMARK);
    if (!remark.isEmpty() && remark.codePoints().noneMatch(Character::isDigit)) {
      String owner = text(row, FieldClass.NAME);
      String first = firstWith.get(remark);
      if (first == null && firstWith.size() < MOST_REMARKS) {
        firstWith.put(remark, owner);
      } else if (first != null && !first.equals(owner)) {
        stock.add(remark);
      }
    }
  }

  /** One of the rows; which one, the key decides. */
  Content one(HoneyKey key, int draw, String name) {
    return rows.get(key.number(draw, name, rows.size()));
  }

  /** Whether people of different names have this remark, so that it says nothing about one. */
  boolean stock(String remark) {
    return stock.contains(remark);
  }

  boolean any(FieldClass field, String canonical) {
    return rows.stream().anyMatch(row -> text(row, field).equals(canonical));
  }

  /** How many rows have this value. */
  long count(FieldClass field, String canonical) {
    return rows.stream().filter(row -> text(row, field).equals(canonical)).count();
  }

  /**
   * The longest head that {@code value} shares with another row's value; all of it where there is
   * no other row.
   */
  int sharedHead(FieldClass field, String value) {
    if (rows.size() < 2) {
      return value.length();
    }
    int longest = 0;
    boolean itself = false;
    for (Content row : rows) {
      String other = text(row, field);
      if (other.equals(value) && !itself) {
        itself = true;
      } else {
        longest = Math.max(longest, shared(value, other));
      }
    }
    return longest;
  }

  private static int shared(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  static String text(Content row, FieldClass field) {
    return row.canonical(field).reveal(Reveal.PREPARE);
  }
}
