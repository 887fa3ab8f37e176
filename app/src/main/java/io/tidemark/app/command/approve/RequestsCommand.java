package io.tidemark.app.command.approve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.ForecastJson;
import io.tidemark.app.command.Ways;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Voice;
import io.tidemark.authorise.approval.Outstanding;
import io.tidemark.authorise.approval.Waiting;
import io.tidemark.custody.Forecast;
import io.tidemark.store.register.ChainTables;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.RequestId;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was asked for, and what waits for whom. */
@Command(
    name = "requests",
    description = {
      "列出申请与紧急取用，未了结的附上审批人须看到的：各列的形式、几行即可指认（提出时的预计）；--waiting"
          + " 列出等谁处理：申请、待批准的授权、待复核的紧急取用、快到期的授权，最先过期的在前。用 --as 时只列与此人有关的。",
      "Lists requests and emergencies, open ones with what their approvers must see: the form of"
          + " each column, the rows to name (as foreseen when they were made); --waiting lists what"
          + " waits for whom: requests, proposed grants, emergencies to be judged, grants that end"
          + " soon, what expires first standing first. With --as only what concerns that person."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark requests --waiting",
      "  ./tidemark requests --waiting --as liu.min"
    })
public final class RequestsCommand extends Work {
  private static final Set<Request.State> OPEN =
      Set.of(Request.State.WAITING, Request.State.APPROVED, Request.State.REVIEW);

  @Option(
      names = "--waiting",
      description = {"只列等人处理的。", "Only what waits for somebody."})
  private boolean waiting;

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Instant now = session.clock().instant();
      return waiting ? waiting(session, now) : all(session, now);
    }
  }

  private Answer waiting(Session session, Instant now) {
    List<Request> open = session.home().requests().open();
    Map<String, Request> byName =
        open.stream().collect(Collectors.toMap(one -> one.id().text(), one -> one));
    Map<RequestId, Forecast> forecasts = session.home().requests().forecasts(open);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Answer.Builder answer = Answer.builder();
    ChainTables tables = session.home().chain();
    new Waiting(session.chain(), tables.delegations(), tables.grantsSince())
        .items(open, now)
        .forEach(
            item -> {
              Optional<Request> request = Optional.ofNullable(byName.get(item.id()));
              Set<String> told = request.map(RequestsCommand::told).orElse(Set.of());
              if (concerns(session, item.waitsFor()) || concerns(session, told)) {
                Map<String, @Nullable Object> row = row(item, told);
                say(answer, item);
                request.ifPresent(
                    one -> {
                      row.putAll(exposure(session, one, forecasts));
                      answer.say(sheet(session, one, forecasts));
                    });
                if (item.kind() == Waiting.Kind.GRANT) {
                  Optional<Words> hint = remedy(session, item, now);
                  row.put("hint", hint.map(it -> it.in(terminal().language())).orElse(null));
                  hint.ifPresent(answer::say);
                }
                rows.add(row);
              }
            });
    return answer
        .field("waiting", rows)
        .say(rows.size() + " 项等待处理", rows.size() + " waiting")
        .build();
  }

  /** What to do about a grant that would wait for ever. */
  private static Optional<Words> remedy(Session session, Waiting.Item item, Instant now) {
    return session.chain().grants().stream()
        .filter(grant -> grant.id().text().equals(item.id()))
        .findFirst()
        .flatMap(grant -> Outstanding.of(grant, session.chain(), China.day(now)).remedy());
  }

  private static Set<String> told(Request request) {
    return request.emergency().map(Request.Emergency::skipped).orElse(Set.of());
  }

  /** What an approver must see, for programs. */
  private static Map<String, @Nullable Object> exposure(
      Session session, Request request, Map<RequestId, Forecast> forecasts) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Forecast forecast = forecasts.get(request.id());
    fields.put("columns", request.columns().stream().map(FieldClass::zh).toList());
    fields.put("forecast", forecast == null ? null : ForecastJson.of(forecast));
    fields.put("policy_changed", session.changedSince(request));
    return fields;
  }

  private static Words sheet(Session session, Request request, Map<RequestId, Forecast> forecasts) {
    return new RequestSheet(
            request,
            Optional.ofNullable(forecasts.get(request.id())),
            session.changedSince(request))
        .table();
  }

  private static boolean concerns(Session session, Set<String> people) {
    return session.actor().isOperator() || people.contains(session.actor().id());
  }

  private static Map<String, @Nullable Object> row(Waiting.Item item, Set<String> told) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", item.id());
    row.put("kind", Ways.name(item.kind()));
    row.put("to", item.to());
    row.put("purpose", item.purpose());
    row.put("people", item.people());
    row.put("waits_for", item.waitsFor().stream().sorted().toList());
    row.put("since", item.since().map(Instant::toString).orElse(null));
    row.put("expires", item.expires().toString());
    row.put("told", told.stream().sorted().toList());
    return row;
  }

  private static void say(Answer.Builder answer, Waiting.Item item) {
    String zh =
        switch (item.kind()) {
          case REQUEST -> "待批准的申请";
          case GRANT -> "待批准的授权";
          case EMERGENCY -> "待复核的紧急取用";
          case RENEWAL -> "快到期的授权，请续期（renew）";
        };
    String en =
        switch (item.kind()) {
          case REQUEST -> "request to approve";
          case GRANT -> "grant to approve";
          case EMERGENCY -> "EMERGENCY to judge";
          case RENEWAL -> "grant that ends, renew it";
        };
    String people = String.join(", ", item.waitsFor().stream().sorted().toList());
    String since = item.since().map(Instant::toString).orElse("-");
    answer.say(
        zh
            + (" " + item.id() + "（" + item.to() + "，" + item.purpose() + "，" + item.people())
            + (" 人）等 " + people + "，自 " + since + "，至 " + item.expires()),
        en
            + (" " + item.id() + " (" + item.to() + ", " + item.purpose() + ", " + item.people())
            + (" people) waits for " + people + " since " + since)
            + (", until " + item.expires()));
  }

  private static Answer all(Session session, Instant now) {
    Answer.Builder answer = Answer.builder();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<Request> all = session.home().requests().all();
    Map<RequestId, Forecast> forecasts = session.home().requests().forecasts(all);
    for (Request request : all) {
      if (concerns(session, told(request))
          || request.ask().actor().equals(session.actor().id())
          || session.actor().may(Act.APPROVE)) {
        Map<String, @Nullable Object> row = row(request, now);
        row.putAll(exposure(session, request, forecasts));
        rows.add(row);
        String line =
            request.id()
                + (" " + Ways.name(request.stateAt(now)) + ": " + request.ask().to() + ", ")
                + (request.ask().purpose() + ", " + request.ask().people());
        answer.say(line + " 人", line + " people");
        if (OPEN.contains(request.stateAt(now))) {
          answer.say(sheet(session, request, forecasts));
        }
      }
    }
    return answer
        .field("requests", rows)
        .say("共 " + rows.size() + " 项", rows.size() + " requests")
        .build();
  }

  private static Map<String, @Nullable Object> row(Request request, Instant now) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("request", request.id().text());
    row.put("state", Ways.name(request.stateAt(now)));
    row.put("asked_by", request.ask().actor());
    row.put("to", request.ask().to());
    row.put("purpose", request.ask().purpose());
    row.put("people", request.ask().people());
    row.put("channel", request.ask().channel().id());
    row.put("approvals_needed", request.rule().quorum());
    row.put("approved_by", voices(request.approvedBy()));
    row.put("made", request.made().toString());
    row.put("decide_by", request.decideBy().toString());
    row.put("use_by", request.useBy().toString());
    row.put("policy", request.policy().toString());
    request
        .emergency()
        .ifPresent(
            emergency -> {
              row.put("badge", "break-glass");
              row.put("why", emergency.why());
              row.put("told", emergency.skipped().stream().sorted().toList());
              row.put("objected_by", voices(emergency.objectedBy()));
            });
    return row;
  }

  private static List<String> voices(Collection<Voice> voices) {
    return voices.stream().map(Voice::toString).sorted().toList();
  }
}
