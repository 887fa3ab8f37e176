package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.partner.PartnerRefused;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How every entry begins. */
public final class Entries {
  private Entries() {}

  /** An entry with when, who, and under which policy. */
  public static Entry.Builder begin(String kind, Instant now, Actor actor, Policy policy) {
    return Entry.of(kind)
        .line("time", now.truncatedTo(ChronoUnit.MILLIS))
        .line("actor", actor.id())
        .line("policy", policy.digest());
  }

  /** What a refusal changes: those of partners are counted. */
  static Journal.Consequence counted(Actor actor, Refusal refusal, Instant now) {
    return actor
        .partner()
        .<Journal.Consequence>map(party -> new PartnerRefused(party, refusal.rule(), now))
        .orElseGet(Journal.Nothing::new);
  }

  /** A refusal: who asked for what, the rule that refused, and why in one sentence. */
  public static Entry.Builder refusal(
      Instant now, Actor actor, Policy policy, Act act, Refusal refusal) {
    return begin("refusal", now, actor, policy)
        .line("act", act)
        .line("rule", refusal.rule())
        .line("why", refusal.reason().en());
  }
}
