package io.tidemark.bench.tracing;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.AGENCY;
import static io.tidemark.terms.FieldClass.EXPIRY;
import static io.tidemark.terms.FieldClass.MOBILE;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.NAME;
import static io.tidemark.terms.FieldClass.PLATE;
import static io.tidemark.terms.FieldClass.REMARK;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Reshaping;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of the list leak, and are planned for a party that receives no others. */
enum Narrowed {
  /** Five carriers and more: the list as every recipient has it. */
  WHOLE("五个载体", "five carriers", NAME, MOBILE, PLATE, MODEL, ADDRESS, AGENCY, REMARK, EXPIRY),
  /** Three carriers: address beginning, address end and model. */
  STANDARD("三个载体", "three carriers", NAME, MOBILE, PLATE, MODEL, ADDRESS, EXPIRY),
  /** The model alone. */
  NO_ADDRESS("无地址", "without address", NAME, MOBILE, PLATE, MODEL, EXPIRY),
  /** The address alone. */
  NO_MODEL("无车型", "without model", NAME, MOBILE, PLATE, ADDRESS, EXPIRY),
  /** No carrier at all. */
  PEOPLE("只有人", "people only", NAME, MOBILE, EXPIRY);

  private final Words words;
  private final List<FieldClass> columns;

  Narrowed(String zh, String en, FieldClass... columns) {
    this.words = new Words(zh, en);
    this.columns = List.of(columns);
  }

  Words words() {
    return words;
  }

  List<FieldClass> columns() {
    return columns;
  }

  /** Of these rows the columns that are left. */
  LeakedTable of(LeakedTable rows) {
    return new Reshaping.Drop(
            Stream.of(FieldClass.values())
                .filter(field -> !columns.contains(field))
                .map(FieldClass::zh)
                .collect(Collectors.toSet()))
        .on(rows);
  }
}
