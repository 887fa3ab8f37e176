package io.tidemark.custody.owner;

import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a field is to say, and whether it can. Immutable.
 *
 * @param labelled as {@link Labels} read it
 */
record NewValue(LabelledValue labelled) {
  /** The most characters. */
  private static final int LONGEST = 500;

  static NewValue of(FieldClass field, PersonalText typed, Instant now) {
    String text = typed.reveal(Reveal.CLASSIFY).strip();
    return new NewValue(Labels.asOf(China.day(now)).label(field, text));
  }

  FieldClass field() {
    return labelled.field();
  }

  /** Why nobody's field can say it; nothing when it can. */
  Optional<Refusal> unsound() {
    String text = labelled.original().reveal(Reveal.CLASSIFY);
    if (labelled.canonical().isEmpty()) {
      return no(
          "nothing-to-correct",
          "新的内容为空：要去除信息请用删除",
          "the new value says nothing: to take data away is an erasure");
    }
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      return no(
          "not-one-value",
          "新的内容应为一行、至多 " + LONGEST + " 字符",
          "the new value is one line of at most " + LONGEST + " characters");
    }
    return labelled
        .suspicion()
        .map(
            suspicion ->
                Refusal.of(
                    "suspect-value",
                    "新的内容看来有误：" + suspicion.reason().zh() + "（" + suspicion.code() + "）",
                    "the new value cannot be right: "
                        + suspicion.reason().en()
                        + (" (" + suspicion.code() + ")")));
  }

  /** Why these records cannot say it; nothing when they can. */
  Optional<Refusal> unfit(Tokens tokens, List<Versions.Of> records) {
    if (records.size() != 1 && !Versions.ofThePerson(field())) {
      return no(
          "several-records",
          "此项属于一份保单，而号码指向多份：请改用保单号",
          "this belongs to one policy, and the number leads to several: give the policy number");
    }
    if (records.stream().anyMatch(one -> renames(tokens, one.current()))) {
      return no(
          "names-the-record",
          "记录凭此项识别，不能更正：请由业务系统更正后重新存入",
          "the record is known by it, so it is not corrected here: correct it in the core system and"
              + " deposit it anew");
    }
    if (records.stream().allMatch(one -> says(one.current()))) {
      return no("says-so-already", "保管的内容已是如此", "what is kept says so already");
    }
    return records.stream().anyMatch(one -> endsFirst(in(one.current())))
        ? no("ends-before-it-begins", "终保日期早于起保日期", "the contract would end before it begins")
        : Optional.empty();
  }

  private static Optional<Refusal> no(String rule, String zh, String en) {
    return Optional.of(Refusal.of(rule, zh, en));
  }

  private boolean renames(Tokens tokens, Content current) {
    return !tokens.record(in(current)).equals(tokens.record(current));
  }

  private boolean says(Content current) {
    return current.original(field()).equals(labelled.original());
  }

  private static boolean endsFirst(Content content) {
    Optional<LocalDate> begin = Term.begin(content);
    Optional<LocalDate> end = Term.end(content);
    return begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get());
  }

  /** What a record says with it. */
  Content in(Content current) {
    Content.Builder content = new Content.Builder();
    for (FieldClass each : FieldClass.values()) {
      if (each == field()) {
        content.put(each, labelled.original(), labelled.canonical(), "");
      } else {
        content.put(each, current);
      }
    }
    return content.build();
  }
}
