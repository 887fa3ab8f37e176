package io.tidemark.custody;

import io.tidemark.disclose.plan.RowsToName;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The refusal of a list that would not name its recipient early enough, with what would help: each
 * remedy is planned like the list itself.
 */
final class NotTraceable {
  static final String RULE = "not-traceable";

  private final Foresight foresight;
  private final Foresight.Plan plan;
  private final Map<LeakCondition, Integer> demanded;
  private final int undemanded;

  /**
   * A refusal of this plan.
   *
   * @param undemanded up to how many people nothing is demanded
   */
  NotTraceable(Foresight foresight, Foresight.Plan plan, int undemanded) {
    this.foresight = foresight;
    this.plan = plan;
    this.demanded = new EnumMap<>(foresight.demanded());
    this.undemanded = undemanded;
  }

  Refusal refusal() {
    List<Words> remedies = remedies();
    String zh = "制度要求" + demands(true) + "即可指认接收方，本清单需要" + reached(plan.rows(), true);
    String en =
        "the policy demands that the recipient is named from "
            + demands(false)
            + "; this list needs "
            + reached(plan.rows(), false);
    return Refusal.of(
        RULE,
        zh + "。" + remedies.stream().map(Words::zh).collect(Collectors.joining("；")),
        en + ". " + remedies.stream().map(Words::en).collect(Collectors.joining("; ")));
  }

  private List<Words> remedies() {
    List<Words> remedies = new ArrayList<>();
    Set<FieldClass> fields = foresight.notGiven();
    for (FieldClass field : fields) {
      remedies.add(column(Set.of(field)));
    }
    if (fields.size() > 1) {
      remedies.add(column(fields));
    }
    if (fields.isEmpty()) {
      remedies.add(
          new Words(
              "没有制度允许且能再承载标记的列",
              "no further column that the policy allows in plain carries marks"));
    }
    remedies.add(customers(foresight.customersThatHelp(plan.honey())));
    if (undemanded > 0 && undemanded < Integer.MAX_VALUE) {
      remedies.add(
          new Words(
              "不超过 " + undemanded + " 人的清单不作要求",
              "of a list of at most " + undemanded + " people nothing is demanded"));
    }
    return remedies;
  }

  private Words column(Set<FieldClass> fields) {
    RowsToName rows = foresight.with(fields, plan.honey());
    boolean enough = rows.meets(demanded);
    return new Words(
        "再以明文给出"
            + fields.stream().map(FieldClass::zh).collect(Collectors.joining("、"))
            + "："
            + reached(rows, true)
            + (enough ? "，足够" : "，仍不足"),
        "with "
            + fields.stream().map(FieldClass::en).collect(Collectors.joining(", "))
            + " in plain as well: "
            + reached(rows, false)
            + (enough ? ", enough" : ", not enough"));
  }

  private static Words customers(OptionalInt enough) {
    return enough.isPresent()
        ? new Words(
            "掺入 " + enough.getAsInt() + " 名蜜罐客户即可（--honey " + enough.getAsInt() + "）",
            enough.getAsInt() + " honey customers are enough (--honey " + enough.getAsInt() + ")")
        : new Words("只靠蜜罐客户不够", "honey customers alone are not enough");
  }

  private String demands(boolean zh) {
    return demanded.entrySet().stream()
        .map(demand -> named(demand.getKey(), OptionalInt.of(demand.getValue()), zh))
        .collect(Collectors.joining(zh ? "、" : ", "));
  }

  /** The rows in each condition that is demanded. */
  private String reached(RowsToName rows, boolean zh) {
    return demanded.keySet().stream()
        .map(condition -> named(condition, rows.in(condition), zh))
        .collect(Collectors.joining(zh ? "、" : ", "));
  }

  private static String named(LeakCondition condition, OptionalInt rows, boolean zh) {
    String number = rows.isPresent() ? String.valueOf(rows.getAsInt()) : "";
    Words words = condition.words();
    if (zh) {
      return words.zh() + (number.isEmpty() ? "多少行都不够" : " " + number + " 行");
    }
    return number.isEmpty() ? "no number of rows " + words.en() : number + " rows " + words.en();
  }
}
