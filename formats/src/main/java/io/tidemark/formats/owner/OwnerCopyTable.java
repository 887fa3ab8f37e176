package io.tidemark.formats.owner;

import io.tidemark.custody.owner.OwnerCopy;
import io.tidemark.formats.table.TableWriter;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A copy as a table: a line for each field of each record. It holds personal values. */
public final class OwnerCopyTable {
  private static final List<String> HEADINGS =
      List.of("记录", "字段", "field", "内容", "规范写法", "可疑", "级别", "用于及保存至", "来源", "账目", "时间");

  private OwnerCopyTable() {}

  /** Writes the table; the stream stays open. */
  public static void write(OwnerCopy copy, OutputStream out) throws IOException {
    try (TableWriter table = TableWriter.named(Path.of("copy.csv"), out)) {
      table.write(HEADINGS);
      int number = 0;
      for (OwnerCopy.Contract contract : copy.contracts()) {
        number++;
        for (OwnerCopy.Value value : contract.values()) {
          table.write(row(number, contract, value));
        }
      }
    }
  }

  private static List<String> row(int number, OwnerCopy.Contract contract, OwnerCopy.Value value) {
    return List.of(
        Integer.toString(number),
        value.field().zh(),
        value.field().en(),
        value.original().reveal(Reveal.OWNER),
        value.canonical().reveal(Reveal.OWNER),
        value.suspicion().orElse(""),
        value.grade().id(),
        uses(contract),
        contract.origin().kind(),
        Long.toString(contract.origin().entry()),
        contract.origin().time().toString());
  }

  /** What the record is used for, each with its last day; what the person stopped is left out. */
  private static String uses(OwnerCopy.Contract contract) {
    return contract.uses().stream()
        .filter(use -> !use.stopped())
        .map(use -> use.purpose() + " " + use.until().map(Object::toString).orElse("-"))
        .collect(Collectors.joining("; "));
  }
}
