package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.LooseRows;
import io.tidemark.formats.text.LooseText;
import io.tidemark.formats.text.TextEncoding;
import java.nio.file.Path;
import java.util.function.Function;

/** What a file turned out to be: a table, or loose text such as chat posts. */
public sealed interface Material permits Table, Material.Loose {
  /** Exactly one of the two is called. */
  <T> T either(Function<Table, T> table, Function<Loose, T> loose);

  /**
   * Text without rows of equal cells and without a heading.
   *
   * @param encoding how its characters are written
   */
  record Loose(Path file, TextEncoding encoding) implements Material {
    /** Opens it for reading line by line. */
    public LooseText open() throws Unreadable {
      return LooseText.open(file, encoding);
    }

    /** Opens it for reading person by person. */
    public LooseRows rows() throws Unreadable {
      return LooseRows.open(file, encoding);
    }

    @Override
    public <T> T either(Function<Table, T> table, Function<Loose, T> loose) {
      return loose.apply(this);
    }
  }
}
