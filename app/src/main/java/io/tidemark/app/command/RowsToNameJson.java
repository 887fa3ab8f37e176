package io.tidemark.app.command;

import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Rows to name, for programs and for people. */
final class RowsToNameJson {
  private RowsToNameJson() {}

  static Map<String, @Nullable Integer> of(RowsToName rows) {
    Map<String, @Nullable Integer> json = new LinkedHashMap<>();
    json.put("as_released", number(rows.asReleased()));
    json.put("cleaned", number(rows.cleaned()));
    json.put("retyped", number(rows.retyped()));
    json.put("standardised", number(rows.standardised()));
    return json;
  }

  /** What policy demands, by condition. */
  static Map<String, Integer> demanded(Map<LeakCondition, Integer> demanded) {
    Map<String, Integer> json = new LinkedHashMap<>();
    for (LeakCondition condition : LeakCondition.values()) {
      Integer rows = demanded.get(condition);
      if (rows != null) {
        json.put(condition.id(), rows);
      }
    }
    return json;
  }

  /** Against how many other holders the numbers hold. */
  static Words counted(int recipients) {
    return new Words(
        "按链上全部 " + recipients + " 个当事方都可能是来源计算",
        "counted as if any of the chain's " + recipients + " parties could be the source");
  }

  private static @Nullable Integer number(OptionalInt rows) {
    return rows.isPresent() ? rows.getAsInt() : null;
  }

  static Words words(RowsToName rows) {
    return new Words(
        "泄露几行即可指认：原样 "
            + zh(rows.asReleased())
            + "，清洗后 "
            + zh(rows.cleaned())
            + "，重新录入 "
            + zh(rows.retyped())
            + "，统一写法 "
            + zh(rows.standardised()),
        "leaked rows that name the recipient: as released "
            + en(rows.asReleased())
            + ", cleaned "
            + en(rows.cleaned())
            + ", retyped "
            + en(rows.retyped())
            + ", standardised "
            + en(rows.standardised()));
  }

  private static String zh(OptionalInt rows) {
    return rows.isPresent() ? String.valueOf(rows.getAsInt()) : "不能";
  }

  private static String en(OptionalInt rows) {
    return rows.isPresent() ? String.valueOf(rows.getAsInt()) : "none";
  }
}
