package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Grant;
import io.tidemark.store.register.Partners;
import io.tidemark.terms.China;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What is watched of partners. */
@Command(
    name = "list",
    description = {
      "列出合作方：状态、证书、最近使用、配额用量、30 天内的拒绝次数。",
      "Lists the partners: state, certificates, last use, quota used, refusals in the last 30 days."
    },
    footer = {"", "例 / Example:", "  ./tidemark partner list --json"})
public final class PartnerListCommand extends Work {
  private static final Duration WATCHED = Duration.ofDays(30);

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.AUDIT);
      Instant now = session.clock().instant();
      Partners partners = session.home().partners();
      Answer.Builder answer = Answer.builder();
      List<Map<String, @Nullable Object>> all = new ArrayList<>();
      for (Partners.Watched one : partners.watched(now.minus(WATCHED))) {
        List<Partners.Known> certificates = partners.certificates(one.party());
        all.add(fields(session, one, certificates, now));
        String used = one.used().map(Instant::toString).orElse("–");
        answer.say(
            one.party()
                + (one.suspended() ? "：已暂停" : "：正常")
                + ("，本方客户 " + one.people() + " 人，证书 " + certificates.size())
                + (" 张，最近使用 " + used + "，30 天内拒绝 " + one.refusals() + " 次"),
            one.party()
                + (one.suspended() ? ": suspended" : ": active")
                + (", " + one.people() + " own people, " + certificates.size())
                + (" certificates, last use " + used)
                + (", " + one.refusals() + " refusals in 30 days"));
        certificates.forEach(known -> answer.say("  " + line(known, now), "  " + line(known, now)));
      }
      if (all.isEmpty()) {
        answer.say("还没有合作方接入", "no partner's system is let in yet");
      }
      return answer.field("partners", all).build();
    }
  }

  private static String line(Partners.Known known, Instant now) {
    return known.facts().serial() + " " + state(known, now) + " " + known.facts().until();
  }

  private static String state(Partners.Known known, Instant now) {
    if (known.revoked()) {
      return "revoked";
    }
    return known.facts().holdsAt(now) ? "valid" : "expired";
  }

  private static Map<String, @Nullable Object> fields(
      Session session, Partners.Watched one, List<Partners.Known> certificates, Instant now) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("party", one.party());
    fields.put("state", one.suspended() ? "suspended" : "active");
    fields.put("people", one.people());
    fields.put("last_use", one.used().map(Instant::toString).orElse(null));
    fields.put("refusals_30_days", one.refusals());
    fields.put(
        "quotas",
        session.chain().grants().stream()
            .filter(grant -> grant.to().equals(one.party()) && grant.usableOn(China.day(now)))
            .filter(grant -> grant.limits().quota().isPresent())
            .map(grant -> quota(session, grant, now))
            .toList());
    fields.put(
        "certificates",
        certificates.stream()
            .map(
                known ->
                    Map.of(
                        "serial", known.facts().serial(),
                        "fingerprint", known.facts().fingerprint().toString(),
                        "issuer", known.issuedHere() ? "own" : "pinned",
                        "state", state(known, now),
                        "until", known.facts().until().toString()))
            .toList());
    fields.put(
        "authorities",
        session.home().partners().trusts().stream()
            .filter(trust -> trust.party().equals(one.party()))
            .map(
                trust ->
                    Map.of(
                        "fingerprint", trust.fingerprint().toString(),
                        "state", trust.revoked() ? "revoked" : "trusted",
                        "until", trust.until().toString()))
            .toList());
    return fields;
  }

  private static Map<String, Object> quota(Session session, Grant grant, Instant now) {
    var quota = grant.limits().quota().orElseThrow();
    return Map.of(
        "grant", grant.id().text(),
        "people", quota.people(),
        "days", quota.days(),
        "used", session.home().disclosures().people(grant.id(), quota.since(now)));
  }
}
