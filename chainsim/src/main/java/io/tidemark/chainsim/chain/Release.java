package io.tidemark.chainsim.chain;

import io.tidemark.terms.FieldClass;
import java.util.List;

/**
 * One item of {@code plan.yaml}.
 *
 * @param to the party
 * @param purpose one of the policy's purposes
 * @param columns what it receives
 * @param list the name of the subjects file without folder and ending
 */
public record Release(String to, String purpose, List<FieldClass> columns, String list) {

  /** Its line of {@code plan.yaml}; file names are relative to the plan. */
  public String yaml() {
    return "- {to: "
        + to
        + ", purpose: "
        + purpose
        + ", columns: "
        + Columns.yaml(columns)
        + ", subjects: subjects/"
        + list
        + ".csv, out: out/"
        + to
        + ".csv}\n";
  }
}
