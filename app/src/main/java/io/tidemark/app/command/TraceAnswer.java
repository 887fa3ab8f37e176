package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.command.marks.MarkLines;
import io.tidemark.custody.Inquiry;
import io.tidemark.evidence.CaseFile;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.Fusion;
import io.tidemark.trace.Verdict;
import io.tidemark.trace.WeighedMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trace answers: the verdict of rows and numbers together, and what said what.
 *
 * @param marks what was read in pictures and documents
 * @param rejected how many lines and files could not be read
 */
record TraceAnswer(
    MarkLines marks,
    CaseId id,
    int attempt,
    Inquiry.Answer given,
    long rejected,
    Optional<Instant> seen) {
  private static final int LISTED = 50;

  Answer answer() {
    Session session = marks.session();
    Fusion fusion = given.fusion();
    Attribution attribution = fusion.rows();
    Verdict verdict = fusion.verdict();
    boolean yes = verdict == Verdict.NAMED || verdict == Verdict.PROBABLE;
    List<Map<String, @Nullable Object>> accused = new ArrayList<>();
    fusion.byRows().forEach(candidate -> accused.add(accused(candidate)));
    fusion.naming().forEach(mark -> accused.add(accused(mark)));
    Answer.Builder out =
        Answer.builder()
            .field("verdict", verdict.id())
            .field("candidates", listed(attribution).stream().map(TraceAnswer::candidate).toList())
            .field("candidates_counted", attribution.counted())
            .field("accused", accused)
            .field("documents", marks.documents())
            .field("pictures", marks.pictures())
            .field("numbers", fusion.marks().stream().map(this::number).toList())
            .field("viewers", given.viewers().stream().limit(LISTED).map(ViewerLines::row).toList())
            .field("rows_say", attribution.verdict().id())
            .field("outside", attribution.outside())
            .field("threshold", attribution.threshold())
            .field("rows", rows(given.rows(), rejected))
            .field("seen_before", seen.map(Instant::toString).orElse(null))
            .field("needed", attribution.needed().map(TraceAnswer::needed).orElse(null))
            .field("case", id.text())
            .field("attempt", attempt)
            .field("entry", given.receipt().index());
    FusedWords words = new FusedWords(fusion);
    words.verdict().ifPresentOrElse(out::say, () -> out.say(sentence(session, attribution)));
    out.say(
        "读到 "
            + given.rows().read()
            + " 行："
            + given.rows().matched()
            + " 行涉及在管客户，"
            + given.rows().foreign()
            + " 行无关",
        given.rows().read()
            + " rows read: "
            + given.rows().matched()
            + " about people in custody, "
            + given.rows().foreign()
            + " about nobody here");
    if (words.verdict().isPresent() && given.rows().matched() > 0) {
      out.say(sentence(session, attribution));
    }
    marks.words().forEach(out::say);
    words.beside().forEach(out::say);
    ViewerLines.words(given.viewers()).forEach(out::say);
    listed(attribution).stream().limit(5).forEach(candidate -> out.say(line(session, candidate)));
    if (fusion.naming().isEmpty()) {
      attribution.needed().ifPresent(needed -> out.say(needed.words()));
    }
    return out.say(
            "案件 " + id + "；取证：./tidemark evidence " + id + " --out bundle.zip",
            "case " + id + "; evidence: ./tidemark evidence " + id + " --out bundle.zip")
        .exit(!yes ? Exit.ANSWER_IS_NO : rejected > 0 ? Exit.IN_PART : Exit.DONE)
        .build();
  }

  private static Map<String, @Nullable Object> accused(WeighedMark weighed) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("party", weighed.mark().to());
    one.put("disclosure", weighed.mark().disclosure().map(DisclosureId::text).orElse(null));
    one.put("mark", weighed.mark().number().toString());
    return one;
  }

  /** A number beside the rows of its file. */
  private Map<String, @Nullable Object> number(WeighedMark weighed) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("file", weighed.mark().file());
    one.putAll(accused(weighed));
    one.put("read_from", weighed.mark().from().id());
    one.put("bound", weighed.mark().bound());
    one.put("rows_of_the_file", weighed.rows());
    one.put("of_them_held", weighed.held());
    one.put("contradicted", weighed.contradicted());
    one.put("late", weighed.late());
    one.put("names", weighed.names(given.fusion().rows().threshold()));
    return one;
  }

  /** Everybody whom the verdict is about, and the best of the others. */
  private static List<Candidate> listed(Attribution attribution) {
    double best =
        attribution.candidates().stream().mapToDouble(Candidate::posterior).max().orElse(0);
    boolean tie = attribution.verdict() == Verdict.CANNOT_SEPARATE;
    List<Candidate> listed = new ArrayList<>();
    for (Candidate candidate : attribution.candidates()) {
      boolean equal = tie && candidate.posterior() >= best / 3;
      if (listed.size() < LISTED || equal || attribution.accused().contains(candidate)) {
        listed.add(candidate);
      }
    }
    return listed;
  }

  private static Map<String, @Nullable Object> candidate(Candidate candidate) {
    Map<String, @Nullable Object> fields = accused(candidate);
    fields.put("bound", candidate.bound());
    fields.put("posterior", candidate.posterior());
    fields.put("rows_explained", candidate.rowsExplained());
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    evidence.put("log_likelihood_ratio_marks", candidate.logMarks());
    evidence.put("log_likelihood_ratio_honey", candidate.logHoney());
    evidence.put("honey_rows", candidate.honeyRows());
    evidence.put("disclosures_after_seen", candidate.late());
    evidence.put(
        "columns_never_received", candidate.lacking().stream().map(FieldClass::zh).toList());
    evidence.put("disclosures", candidate.disclosures().stream().map(d -> d.id().text()).toList());
    fields.put("evidence", evidence);
    return fields;
  }

  private static Map<String, @Nullable Object> accused(Candidate candidate) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("party", candidate.party());
    fields.put("disclosure", candidate.disclosure().map(DisclosureId::text).orElse(null));
    return fields;
  }

  private static Map<String, Long> rows(CaseFile.Rows rows, long rejected) {
    Map<String, Long> fields = new LinkedHashMap<>();
    fields.put("read", rows.read());
    fields.put("matched", rows.matched());
    fields.put("foreign", rows.foreign());
    fields.put("rejected", rejected);
    return fields;
  }

  private static Map<String, @Nullable Object> needed(Attribution.Needed needed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("rows", needed.rows().isPresent() ? needed.rows().getAsLong() : null);
    fields.put("zh", needed.words().zh());
    fields.put("en", needed.words().en());
    return fields;
  }

  private static Words sentence(Session session, Attribution attribution) {
    String accused =
        attribution.accused().stream()
            .map(candidate -> name(session, candidate))
            .reduce((a, b) -> a + "、" + b)
            .orElse("");
    String bound =
        attribution.accused().stream()
            .map(Candidate::bound)
            .max(Double::compare)
            .map(TraceAnswer::scientific)
            .orElse("");
    return switch (attribution.verdict()) {
      case NAMED ->
          new Words(
              "结论：指认（named）。这份材料出自给 " + accused + " 的副本；误指无辜者的概率不超过 " + bound + "。",
              "Verdict: named. This comes from the copy given to "
                  + accused
                  + "; the chance of accusing an innocent is at most "
                  + bound
                  + ".");
      case PROBABLE ->
          new Words(
              "结论：很可能（probable）是 " + accused + "，但不足以指认。",
              "Verdict: probable: " + accused + "; not enough to name.");
      case CANNOT_SEPARATE ->
          new Words(
              "结论：无法区分（cannot_separate）。下列各方同样能解释这份材料，不指认任何一方。",
              "Verdict: cannot separate. The parties below explain the material equally; nobody is accused.");
      case INCONCLUSIVE ->
          new Words("结论：证据不足（inconclusive），不指认任何一方。", "Verdict: inconclusive; nobody is accused.");
    };
  }

  private static String name(Session session, Candidate candidate) {
    String name = session.chain().party(candidate.party()).map(Party::name).orElse("");
    return name
        + "（"
        + candidate.party()
        + candidate.disclosure().map(d -> "，" + d).orElse("")
        + "）";
  }

  private static Words line(Session session, Candidate candidate) {
    String bound = scientific(candidate.bound());
    String posterior = String.format(Locale.ROOT, "%.3f", candidate.posterior());
    String name = name(session, candidate);
    return new Words(
        "  "
            + name
            + "：解释 "
            + candidate.rowsExplained()
            + " 行，误指界限 "
            + bound
            + "，后验概率 "
            + posterior,
        "  "
            + name
            + ": explains "
            + candidate.rowsExplained()
            + " rows, bound "
            + bound
            + ", posterior "
            + posterior);
  }

  private static String scientific(double value) {
    return value >= 0.01
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(Locale.ROOT, "%.1e", value);
  }
}
