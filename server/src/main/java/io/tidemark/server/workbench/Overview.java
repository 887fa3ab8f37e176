package io.tidemark.server.workbench;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says.
 *
 * @param lead what is most urgent, or null where nothing is
 * @param decides whether the reader may approve
 * @param watches whether the reader sees what left
 * @param audits whether the reader sees the ledger
 * @param records how many records were ever taken into custody; erased ones are counted
 * @param entries how many entries the last checkpoint covers; 0 before the first
 */
public record Overview(
    @Nullable Words lead,
    boolean decides,
    boolean watches,
    boolean audits,
    List<RequestRow> waiting,
    long records,
    List<Graded> grades,
    List<Given> left,
    List<Weak> weak,
    long entries) {
  /** The columns of a grade, the gravest grade first. */
  public record Graded(String id, List<FieldClass> columns) {}

  /** What a recipient was given. */
  public record Given(String name, long lists, long people) {}

  /**
   * A recipient's weakest request.
   *
   * @param rows from how many leaked rows it would be named; 0 for never
   */
  public record Weak(String name, int rows, String request) {}
}
