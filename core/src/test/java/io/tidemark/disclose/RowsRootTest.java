package io.tidemark.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Merkle;
import io.tidemark.terms.PersonalText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The leaf of a row is that of its cells in UTF-8, joined by U+001F: every format's, for good. */
final class RowsRootTest {
  @Property(tries = 500)
  void aLeafIsOfTheJoinedCells(@ForAll @Size(max = 8) List<String> cells) {
    List<PersonalText> row = cells.stream().map(PersonalText::of).toList();
    byte[] joined = String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8);
    assertThat(RowsRoot.leaf(row)).isEqualTo(Merkle.leaf(joined));
    RowsRoot root = new RowsRoot();
    root.add(row);
    root.add(RowsRoot.leaf(row));
    assertThat(root.size()).isEqualTo(2);
    assertThat(root.digest()).isEqualTo(Merkle.node(Merkle.leaf(joined), Merkle.leaf(joined)));
  }
}
