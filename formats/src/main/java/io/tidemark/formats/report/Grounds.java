package io.tidemark.formats.report;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What beside people and spellings the posteriors rest on: time and columns, where they count. */
record Grounds(CaseFile file, Facts facts) {
  private static final int MOST = 3;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx").withZone(ZoneId.of("Asia/Shanghai"));

  List<Words> words() {
    List<Words> words = new ArrayList<>();
    file.seen().map(this::time).ifPresent(words::add);
    columns().ifPresent(words::add);
    return words;
  }

  private Words time(Instant seen) {
    String at = BEIJING.format(seen);
    Optional<Words> late = parties(each -> each.late() > 0, each -> facts.party(each.party()));
    Words said =
        new Words(
            "据述，材料在 " + at + " 之前已出现；此后的释放不计入后验概率。",
            "The material is said to have been seen before "
                + at
                + "; what was released later does not count for a posterior.");
    return late.map(
            who ->
                new Words(
                    said.zh() + "此后才收到这些人的：" + who.zh() + "。",
                    said.en() + " Given these people later: " + who.en() + "."))
        .orElse(said);
  }

  private Optional<Words> columns() {
    return parties(each -> !each.lacking().isEmpty(), this::lacking)
        .map(
            who ->
                new Words(
                    "泄露材料显示了这些方未收到的列，因此不利于其为来源：" + who.zh() + "。",
                    "The leak shows columns that these were not given, which speaks against them: "
                        + who.en()
                        + "."));
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
