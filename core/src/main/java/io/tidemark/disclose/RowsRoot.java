package io.tidemark.disclose;

import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Merkle root over the canonical rows of a copy: the cells of a row in UTF-8, joined by the
 * unit separator U+001F, whatever the format of the file. Not thread-safe.
 */
public final class RowsRoot {
  private final RootBuilder root = new RootBuilder();

  /** The leaf of a row. */
  public static Digest leaf(List<PersonalText> cells) {
    StringBuilder row = new StringBuilder();
    String between = "";
    for (PersonalText cell : cells) {
      row.append(between).append(cell.reveal(Reveal.RELEASE));
      between = "\u001f";
    }
    return Merkle.leaf(row.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the next row. */
  public void add(List<PersonalText> cells) {
    add(leaf(cells));
  }

  /** Adds the next row by its leaf. */
  public void add(Digest leaf) {
    root.add(leaf);
  }

  /** Rows added so far. */
  public long size() {
    return root.size();
  }

  /** The root over all rows added so far. */
  public Digest digest() {
    return root.root();
  }
}
