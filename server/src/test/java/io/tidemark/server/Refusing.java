package io.tidemark.server;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.custody.owner.Consenting;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.notice.SignedNotice;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.store.home.OwnRights;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** People of the town who refuse, and webhooks that are set, without any server. */
record Refusing(Town town) {
  /** Somebody refuses a purpose to everybody. */
  long refuse(int number) {
    return say(number, Word.REFUSE, Instant.now());
  }

  long say(int number, Word word, Instant at) {
    Statement statement =
        new Statement(
            word, PartnerTown.PURPOSE, Optional.empty(), at, new Ground("phone", "2026-11", ""));
    return consenting()
        .say(
            Actor.operator(),
            new Consenting.Line(
                Locator.POLICY_NUMBER, PersonalText.of(Town.policyNumber(number)), statement))
        .either(
            done -> done.receipt().index(),
            refused -> {
              throw new AssertionError(refused.refusal().rule());
            });
  }

  private Consenting consenting() {
    var home = town.home;
    var register = town.register();
    var chain = home.chain().chain();
    var authority = new Authority(register.policy(), chain, home.disclosures());
    return new OwnRights(home, home.vault(), register, authority, chain).consenting();
  }

  /** A partner's webhook is there from now on. */
  void webhook(String party, Optional<String> url) {
    PartnerTown.done(
        new Notifying(
                town.register(),
                town.home.keys(),
                new SignedNotice(town.home.origin(), NoticeKey.of(town.home.keys())))
            .webhook(
                Actor.operator(),
                party,
                url.map(one -> URI.create(one).getHost()).orElse(""),
                url));
  }
}
