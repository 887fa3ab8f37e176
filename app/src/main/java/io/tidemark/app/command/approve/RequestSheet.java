package io.tidemark.app.command.approve;

import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.custody.Forecast;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;

/**
 * What an approver must see of one request, as a table of at most a hundred places: what leaves, in
 * which form, about how many people, from how many leaked rows the recipient would be named.
 *
 * @param request the request
 * @param forecast what was foreseen when it was made; nothing where that was not kept
 * @param policyChanged whether another policy counts by now
 */
record RequestSheet(Request request, Optional<Forecast> forecast, boolean policyChanged) {
  private static final int WIDTH = 100;
  private static final int NAMES = 22;
  private static final String INDENT = "  ";

  /** One row: its name and what it says. */
  private record Row(Words name, Words text) {
    Row(String zh, String en, Words text) {
      this(new Words(zh, en), text);
    }
  }

  /** The table in both languages, without a line end behind its last line. */
  Words table() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("申请", "asked", asked()));
    rows.add(new Row("人数", "people", both(String.valueOf(request.ask().people()))));
    if (forecast.isEmpty()) {
      rows.add(new Row("列", "columns", columns()));
      rows.add(
          new Row(
              "预计",
              "foreseen",
              new Words(
                  "形式与指认行数没有随此申请保存（由早先的版本提出）",
                  "forms and rows to name were not kept with this request, made by an earlier"
                      + " version")));
    }
    forecast.ifPresent(one -> foreseen(one, rows));
    return new Words(table(rows, Words::zh), table(rows, Words::en));
  }

  private Words asked() {
    String when = second(request.made());
    String until = second(request.decideBy());
    String who = request.ask().actor();
    String voices =
        request.approvedBy().stream()
            .map(Voice::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    String count = request.approvedBy().size() + "/" + request.rule().quorum();
    return new Words(
        who
            + ("，" + when + "；须在 " + until + " 前决定；已批准 " + count)
            + (voices.isEmpty() ? "" : "（" + voices + "）"),
        who
            + (", " + when + "; to be decided by " + until + "; approvals " + count)
            + (voices.isEmpty() ? "" : " (" + voices + ")"));
  }

  private Words columns() {
    return new Words(
        request.columns().stream().map(FieldClass::zh).collect(Collectors.joining("、")),
        request.columns().stream().map(FieldClass::en).collect(Collectors.joining(", ")));
  }

  private void foreseen(Forecast foreseen, List<Row> rows) {
    rows.add(new Row("列与形式", "columns and forms", forms(foreseen.forms())));
    rows.add(new Row("泄露几行即可指认", "rows to name", rowsToName(foreseen)));
    rows.add(new Row("蜜罐客户", "honey customers", both(String.valueOf(foreseen.honey()))));
    foreseen
        .twins()
        .ifPresent(
            twins ->
                rows.add(
                    new Row(
                        "人员相同的清单",
                        "the same people",
                        twins.count() == 0
                            ? new Words("没有其他当事方持有", "held by no other party")
                            : twins.words(foreseen.separatedBy()))));
    rows.add(new Row("预计", "foreseen", moment(foreseen)));
  }

  private static Words forms(Map<FieldClass, Form> forms) {
    return new Words(
        forms.entrySet().stream()
            .map(column -> column.getKey().zh() + " " + column.getValue().words().zh())
            .collect(Collectors.joining("，")),
        forms.entrySet().stream()
            .map(column -> column.getKey().en() + " " + column.getValue().words().en())
            .collect(Collectors.joining(", ")));
  }

  private static Words rowsToName(Forecast foreseen) {
    Words rows =
        each(
            Arrays.asList(LeakCondition.values()),
            condition -> number(foreseen.rows().in(condition)));
    if (foreseen.demanded().isEmpty()) {
      return rows;
    }
    Words demanded =
        each(
            foreseen.demanded().keySet().stream().sorted().toList(),
            condition -> both(String.valueOf(foreseen.demanded().get(condition))));
    boolean met = foreseen.meetsDemand();
    return new Words(
        rows.zh() + "；制度要求 " + demanded.zh() + (met ? "，达到" : "，未达到：释放会被拒绝"),
        rows.en()
            + ("; the policy demands " + demanded.en())
            + (met ? ", met" : ", NOT met: the release would be refused"));
  }

  private static Words each(List<LeakCondition> conditions, Function<LeakCondition, Words> number) {
    return new Words(
        conditions.stream()
            .map(condition -> condition.words().zh() + " " + number.apply(condition).zh())
            .collect(Collectors.joining("，")),
        conditions.stream()
            .map(condition -> condition.words().en() + " " + number.apply(condition).en())
            .collect(Collectors.joining(", ")));
  }

  private static Words number(OptionalInt rows) {
    return rows.isPresent() ? both(String.valueOf(rows.getAsInt())) : new Words("不能", "none");
  }

  /** When it was foreseen: the release is planned anew. */
  private Words moment(Forecast foreseen) {
    String when = second(foreseen.planned());
    OptionalInt recipients = foreseen.recipients();
    if (request.emergency().isPresent()) {
      return new Words("释放时（" + when + "）的计算", "as computed at the release, " + when);
    }
    String parties = recipients.isPresent() ? String.valueOf(recipients.getAsInt()) : "-";
    return new Words(
        ("提出申请时（" + when + "）的预计，按当时 " + parties + " 个当事方都可能是来源计算；释放时重新计算")
            + (policyChanged ? "。此后制度已变：以这些形式或更严的形式离开" : ""),
        ("at the request, "
                + when
                + ", as if any of the "
                + parties
                + " parties of then could be the")
            + " source; the release is planned anew"
            + (policyChanged
                ? ". The policy has changed since: it leaves in these forms or stricter ones"
                : ""));
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Words both(String text) {
    return new Words(text, text);
  }

  private static String table(List<Row> rows, Function<Words, String> in) {
    return rows.stream()
        .flatMap(row -> lines(in.apply(row.name()), in.apply(row.text())))
        .collect(Collectors.joining("\n"));
  }

  /** The name and beside it the text; a Chinese character takes two places. */
  private static Stream<String> lines(String name, String text) {
    Help.TextTable beside =
        Help.TextTable.forColumns(
            Help.defaultColorScheme(Help.Ansi.OFF),
            new Column(WIDTH - NAMES, 0, Column.Overflow.WRAP));
    beside.setAdjustLineBreaksForWideCJKCharacters(true);
    beside.addRowValues(text);
    int gap = NAMES - INDENT.length() - Help.Ansi.OFF.text(name).getCJKAdjustedLength();
    Iterator<String> starts =
        Stream.iterate(INDENT + name + " ".repeat(gap), before -> " ".repeat(NAMES)).iterator();
    return beside.toString().lines().map(line -> (starts.next() + line).stripTrailing());
  }
}
