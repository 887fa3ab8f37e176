package io.tidemark.server.api;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Subjects;
import io.tidemark.formats.condition.BadCondition;
import io.tidemark.formats.condition.Columns;
import io.tidemark.formats.condition.Conditions;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.InForce;
import io.tidemark.store.home.Home;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.select.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which columns, and whom, a caller means. What cannot be meant is said without repeating it.
 *
 * @param records the people
 * @param unknown how many of the named subjects are not in custody
 */
record Whom(RoaringBitmap records, long unknown) {
  private static final int MOST_SUBJECTS = 50_000;

  /** The columns named, in their order. */
  static List<FieldClass> columns(@Nullable List<String> named) {
    List<FieldClass> fields = new ArrayList<>();
    for (String name : named == null ? List.<String>of() : named) {
      FieldClass field = name == null ? null : Columns.named(name.strip()).orElse(null);
      if (field == null || fields.contains(field)) {
        throw Halt.with(
            422,
            "bad-columns",
            "有不存在或重复的列。可用的列：" + Columns.chineseNames(),
            "a column that does not exist, or one twice. There are: " + Columns.englishNames());
      }
      fields.add(field);
    }
    return fields;
  }

  /** The people that a request means, told within the limits of the policy. */
  static Whom of(Home home, InForce now, Actor actor, Requests.Wanted wanted, Ask ask) {
    String where = wanted.where();
    Requests.Subjects subjects = wanted.subjects();
    if ((where == null) == (subjects == null)) {
      throw Halt.with(
          422,
          "bad-selection",
          "where 与 subjects 恰好要有一个",
          "either where or subjects, and not both");
    }
    if (subjects == null) {
      return where(now, actor, String.valueOf(where), ask);
    }
    Whom whom = named(home, subjects);
    now.meaning()
        .untold(actor, new Subjects.Found(whom.records(), whom.unknown()))
        .ifPresent(
            refused -> {
              throw Waiting.halt(refused, now.register().now());
            });
    return whom;
  }

  /** The people that one of their numbers names. */
  static Whom named(Home home, Requests.Subjects wanted) {
    FieldClass field = Columns.named(String.valueOf(wanted.kind())).orElse(FieldClass.NAME);
    Locator kind =
        Locator.all().stream()
            .filter(locator -> locator != Locator.NAME && locator.field() == field)
            .findFirst()
            .orElseThrow(
                () ->
                    Halt.with(
                        422,
                        "bad-subjects",
                        "subjects.kind 应为保单号、车架号、车牌号、手机号或证件号码",
                        "subjects.kind is one of 保单号, 车架号, 车牌号, 手机号, 证件号码"));
    List<String> values = wanted.values() == null ? List.of() : wanted.values();
    if (values.size() > MOST_SUBJECTS) {
      throw Halt.status(413);
    }
    Subjects subjects = new Subjects(home.shelf(), home.vault().tokens(), kind, LocalDate.now());
    values.stream().filter(value -> value != null).forEach(subjects::add);
    Subjects.Found found = subjects.found();
    return new Whom(found.records(), found.unknown());
  }

  private static Whom where(InForce now, Actor actor, String where, Ask ask) {
    Condition condition = parse(where);
    return now.meaning()
        .where(actor, ask, condition, Conditions.print(condition, Language.EN))
        .either(
            done -> new Whom(done.what(), 0),
            refused -> {
              throw Waiting.halt(refused, now.register().now());
            });
  }

  /** A condition as a caller wrote it. */
  static Condition parse(String where) {
    Labels labels = Labels.asOf(LocalDate.now());
    try {
      return Conditions.parse(
          where, (field, value) -> labels.label(field, value).canonical().reveal(Reveal.SELECT));
    } catch (BadCondition e) {
      throw Halt.with(422, "bad-condition", e.words().zh(), e.words().en());
    }
  }
}
