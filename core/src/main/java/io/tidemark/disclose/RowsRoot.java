package io.tidemark.disclose;

import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Merkle root over the canonical rows of a copy: the cells of a row in UTF-8, joined by the
 * unit separator U+001F, whatever the format of the file. Not thread-safe.
 */
public final class RowsRoot {
  private final RootBuilder root = new RootBuilder();

  /** Adds the next row. */
  public void add(List<PersonalText> cells) {
    String row =
        cells.stream()
            .map(cell -> cell.reveal(Reveal.RELEASE))
            .collect(Collectors.joining("\u001f"));
    root.add(Merkle.leaf(row.getBytes(StandardCharsets.UTF_8)));
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
