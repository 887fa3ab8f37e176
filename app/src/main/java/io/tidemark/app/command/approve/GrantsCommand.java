package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.ForecastJson;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Outstanding;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** The standing grants. */
@Command(
    name = "grants",
    description = {
      "列出长期授权：给谁、何用途、哪些列、到何日、在等谁批准；点名的审批人已离开的，说明怎么办。",
      "Lists the standing grants: for whom, what for, which columns, until when, whose approval"
          + " they wait for; where a named approver has left, what to do."
    },
    footer = {"", "例 / Example:", "  ./tidemark grants --json"})
public final class GrantsCommand extends Work {
  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      if (!session.actor().may(Act.APPROVE) && !session.actor().may(Act.REQUEST)) {
        Refusals.unlessMay(session, Act.AUDIT);
      }
      LocalDate today = China.day(session.clock().instant());
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      Answer.Builder answer = Answer.builder();
      for (Grant grant : session.chain().grants()) {
        Outstanding outstanding = Outstanding.of(grant, session.chain(), today);
        rows.add(row(grant, outstanding, today));
        answer.say(sentence(grant, outstanding, today));
        outstanding.remedy().ifPresent(answer::say);
      }
      return answer
          .field("grants", rows)
          .say("共 " + rows.size() + " 项授权", rows.size() + " grants")
          .build();
    }
  }

  private Map<String, @Nullable Object> row(Grant grant, Outstanding outstanding, LocalDate today) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("grant", grant.id().text());
    row.put("to", grant.to());
    row.put("purpose", grant.purpose());
    row.put("columns", grant.columns().stream().map(FieldClass::zh).toList());
    Map<FieldClass, Form> forms = new LinkedHashMap<>();
    for (FieldClass field : grant.columns()) {
      Form form = grant.forms().get(field);
      if (form != null) {
        forms.put(field, form);
      }
    }
    row.put("forms", ForecastJson.forms(forms));
    row.put("people_at_most", grant.peopleAtMost());
    row.put("until", grant.until().toString());
    row.put("approvers", sorted(grant.approvers()));
    row.put("approved_by", grant.approved().stream().map(Voice::toString).sorted().toList());
    row.put("state", Ways.name(grant.stateOn(today)));
    row.put("waits_for", sorted(outstanding.named()));
    row.put("gone", sorted(outstanding.gone()));
    row.put(
        "hint", outstanding.remedy().map(words -> words.in(terminal().language())).orElse(null));
    return row;
  }

  private static List<String> sorted(Collection<String> people) {
    return people.stream().sorted().toList();
  }

  private static Words sentence(Grant grant, Outstanding outstanding, LocalDate today) {
    String line =
        grant.id()
            + (" " + Ways.name(grant.stateOn(today)) + ": " + grant.to() + ", " + grant.purpose());
    String waits = String.join(", ", sorted(outstanding.named()));
    return new Words(
        line
            + ("，每份至多 " + grant.peopleAtMost() + " 人，至 " + grant.until())
            + (waits.isEmpty() ? "" : "，等 " + waits),
        line
            + (", at most " + grant.peopleAtMost() + " people, until " + grant.until())
            + (waits.isEmpty() ? "" : ", waits for " + waits));
  }
}
