package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What beside people and spellings the posteriors rest on: time and columns, where they count. */
record Grounds(CaseFile file, Facts facts) {
  private static final int MOST = 2;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx").withZone(ZoneId.of("Asia/Shanghai"));

  Optional<Words> words() {
    return Stream.of(time(), columns()).flatMap(Optional::stream).reduce(Grounds::and);
  }

  private static Words and(Words one, Words other) {
    return new Words(one.zh() + other.zh(), one.en() + " " + other.en());
  }

  private Optional<Words> time() {
    return file.seen()
        .map(
            seen -> {
              String at = BEIJING.format(seen);
              Words who =
                  parties(each -> each.late() > 0, each -> facts.party(each.party()))
                      .orElse(new Words("无", "none"));
              return new Words(
                  "材料在 " + at + " 前已出现，此后的释放不计入后验概率（此后收到：" + who.zh() + "）。",
                  "Seen before "
                      + at
                      + ": later releases do not count for a posterior (to "
                      + who.en()
                      + ").");
            });
  }

  private Optional<Words> columns() {
    return parties(each -> !each.lacking().isEmpty(), this::lacking)
        .map(
            who ->
                new Words(
                    "材料显示了下列方未收到的列，不利于其为来源：" + who.zh() + "。",
                    "Columns shown that these never received: " + who.en() + "."));
  }

  private Words lacking(Ranked ranked) {
    Words party = facts.party(ranked.party());
    return new Words(
        party.zh() + "（" + names(ranked, FieldClass::zh) + "）",
        party.en() + " (" + names(ranked, FieldClass::en) + ")");
  }

  private static String names(Ranked ranked, Function<FieldClass, String> name) {
    return ranked.lacking().stream().map(name).collect(Collectors.joining(", "));
  }

  /** The first few of those of whom it is true, and how many more there are. */
  private Optional<Words> parties(Predicate<Ranked> which, Function<Ranked, Words> as) {
    List<Ranked> all = file.ranking().stream().filter(which).toList();
    List<Words> first = all.stream().limit(MOST).map(as).toList();
    String more = all.size() > MOST ? " … (" + all.size() + ")" : "";
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Words(
                first.stream().map(Words::zh).collect(Collectors.joining("、")) + more,
                first.stream().map(Words::en).collect(Collectors.joining(", ")) + more));
  }
}
