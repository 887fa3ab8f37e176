package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.classify.OtherKind;
import io.tidemark.formats.settings.Kinds;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grades of a policy with their sources. */
public final class PolicyGrades {
  private PolicyGrades() {}

  /** For programs: {@code version}, {@code fields} and {@code kinds}. */
  public static Answer.Builder add(Answer.Builder answer, Policy policy) {
    return answer
        .field("version", policy.version())
        .field("fields", json(fields(), policy))
        .field("kinds", json(others(), policy));
  }

  private static List<Map<String, @Nullable Object>> json(List<Kind> kinds, Policy policy) {
    return kinds.stream()
        .map(
            kind -> {
              FieldRule rule = policy.rule(kind);
              Map<String, @Nullable Object> fields = new LinkedHashMap<>();
              fields.put("class", kind.zh());
              fields.put("class_en", kind.en());
              fields.put("grade", rule.grade().id());
              fields.putAll(GradeWords.json(rule));
              return fields;
            })
        .toList();
  }

  /** For people: one line for each field and kind. */
  public static Answer.Builder say(Answer.Builder answer, Policy policy) {
    answer.say("制度 " + policy.version(), "policy " + policy.version());
    for (List<Kind> kinds : List.of(fields(), others())) {
      for (Kind kind : kinds) {
        FieldRule rule = policy.rule(kind);
        answer.say(
            kind.zh() + "  " + rule.grade().id() + "  " + GradeWords.source(rule, true),
            kind.en() + "  " + rule.grade().id() + "  " + GradeWords.source(rule, false));
      }
    }
    return answer;
  }

  private static List<Kind> fields() {
    return Arrays.stream(FieldClass.values()).map(Kind::of).toList();
  }

  private static List<Kind> others() {
    return Kinds.usual().others().stream().map(OtherKind::kind).toList();
  }
}
