package io.tidemark.app.command.find;

import io.tidemark.app.Stop;
import io.tidemark.classify.Correction;
import io.tidemark.classify.How;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.settings.Kinds;
import io.tidemark.formats.table.Headings;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The corrections that somebody typed, or confirmed, about the columns of one file.
 *
 * @param corrections in the order of typing
 */
record Corrected(List<Correction> corrections) {
  /** Seven digits: a heading that holds as many is somebody's number, not a heading. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");

  /** Copies the list. */
  Corrected {
    corrections = List.copyOf(corrections);
  }

  /** Reads {@code HEADING=CLASS}; the heading must be one of the file's. */
  static Corrected typed(List<String> typed, GradedTable table, Optional<String> sender) {
    List<Correction> corrections = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String one : typed) {
      int equals = one.lastIndexOf('=');
      if (equals < 1) {
        throw Stop.usage("应写为 表头=类别，如 备注2=none", "expected HEADING=CLASS, such as 备注2=none");
      }
      GradedColumn column = column(one.substring(0, equals), table);
      Correction correction = correction(column, kind(one.substring(equals + 1)), sender);
      if (!seen.add(correction.heading())) {
        throw Stop.usage("表头写了两次：" + column.name(), "a heading twice: " + column.name());
      }
      corrections.add(correction);
    }
    return new Corrected(corrections);
  }

  /**
   * What is shown, for headings whose column was recognised by its content or not surely; one that
   * its heading tells needs no correction to be told the next time.
   */
  static Corrected confirming(GradedTable table, Optional<String> sender) {
    return new Corrected(
        table.columns().stream()
            .filter(column -> usable(column.heading().text()))
            .filter(column -> wantsConfirming(column.recognised()))
            .flatMap(
                column ->
                    column.recognised().kind().stream()
                        .map(kind -> correction(column, kind, sender)))
            .toList());
  }

  private static boolean wantsConfirming(RecognisedColumn recognised) {
    return recognised.how() == How.CONTENT || !recognised.sure();
  }

  /** Whether a heading may be kept: a long one, or one with a number, may be somebody's. */
  static boolean usable(String heading) {
    String plain = Headings.plain(heading);
    return !plain.isEmpty()
        && heading.length() <= Headings.LONGEST
        && !NUMBER.matcher(plain).find();
  }

  private static GradedColumn column(String heading, GradedTable table) {
    GradedColumn column =
        table
            .column(heading)
            .orElseThrow(
                () -> {
                  List<String> there = table.columns().stream().map(GradedColumn::name).toList();
                  return Stop.usage(
                      "文件里没有这个表头。有：" + there, "the file has no such heading. It has: " + there);
                });
    if (!usable(column.heading().text())) {
      throw Stop.usage(
          "这个表头过长或含有号码，不能记住；请改用 --headings",
          "this heading is too long or holds a number and cannot be kept; use --headings instead");
    }
    return column;
  }

  private static Kind kind(String name) {
    return Kinds.usual()
        .named(name)
        .orElseThrow(
            () ->
                Stop.usage(
                    "没有这个类别。可用：" + Kinds.usual().chineseNames(),
                    "no such class. There are: " + Kinds.usual().englishNames()));
  }

  /** What the values are beyond doubt stands in {@code kind} or in {@code against}. */
  private static Correction correction(GradedColumn column, Kind kind, Optional<String> sender) {
    return new Correction(
        Headings.plain(column.heading().text()),
        column.heading().shown(),
        sender,
        kind,
        column.recognised().values().filter(values -> !values.equals(kind)));
  }

  /** The corrections that the content of their columns contradicts beyond doubt. */
  List<Correction> against() {
    return corrections.stream().filter(correction -> correction.against().isPresent()).toList();
  }

  /** Their headings. */
  List<String> againstNames() {
    return against().stream().map(Correction::shown).toList();
  }

  /** What is said of such a correction. */
  static Words warning(Correction correction) {
    String zh = correction.against().map(Kind::zh).orElse("");
    String en = correction.against().map(Kind::en).orElse("");
    return new Words(
        "“"
            + correction.shown()
            + "”的内容毫无疑问是"
            + zh
            + "，不是"
            + correction.kind().zh()
            + "；确要如此请加 --confirm",
        "the values of `"
            + correction.shown()
            + "` are of the class "
            + en
            + " beyond doubt, not "
            + correction.kind().en()
            + "; if that is meant, add --confirm");
  }
}
