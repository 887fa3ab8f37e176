package io.tidemark.app.command;

import io.tidemark.app.Stop;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.List;

/** Columns as somebody typed them. */
public final class Columns {
  private Columns() {}

  /** The fields named, in their order; separated by commas of either width. */
  public static List<FieldClass> parse(String typed) {
    List<FieldClass> fields = new ArrayList<>();
    for (String name : typed.split("[,，、]")) {
      FieldClass field =
          io.tidemark.formats.condition.Columns.named(name.strip())
              .orElseThrow(
                  () ->
                      Stop.usage(
                          "没有这一列："
                              + name.strip()
                              + "。可用的列："
                              + io.tidemark.formats.condition.Columns.chineseNames(),
                          "no such column: "
                              + name.strip()
                              + ". There are: "
                              + io.tidemark.formats.condition.Columns.englishNames()));
      if (fields.contains(field)) {
        throw Stop.usage("列重复：" + name.strip(), "a column twice: " + name.strip());
      }
      fields.add(field);
    }
    return fields;
  }
}
