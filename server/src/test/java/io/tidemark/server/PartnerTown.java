package io.tidemark.server;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Hours;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Quota;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Partnering;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Channel;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.vault.Locator;
import io.tidemark.vault.SecretBox;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * What partners add to the town: a second agent, grants of every limit, and half of the people for
 * each. Added once.
 */
final class PartnerTown {
  static final String ONE = "ag-0001";
  static final String TWO = "ag-0002";
  static final String PURPOSE = "renewal-service";
  private static final List<FieldClass> COLUMNS =
      List.of(FieldClass.NAME, FieldClass.MOBILE, FieldClass.PLATE, FieldClass.EXPIRY);
  private static Optional<PartnerTown> only = Optional.empty();

  final Town town = Town.get();
  final GrantId open = GrantId.random();
  final GrantId filesOnly = GrantId.random();
  final GrantId atOtherHours = GrantId.random();
  final GrantId twelvePeople = GrantId.random();
  final GrantId ofTheOther = GrantId.random();
  final GrantId inAliases = GrantId.random();

  private PartnerTown() {
    LocalTime later = China.time(Instant.now()).withSecond(0).withNano(0).plusHours(6);
    Limits none = Limits.NONE;
    record(
        "chain",
        new ChainChanged(
            List.of(new Party(TWO, PartyKind.AGENT, Optional.of("hq"), "安达代理")),
            List.of(),
            List.of(
                grant(open, ONE, none),
                grant(
                    filesOnly,
                    ONE,
                    new Limits(
                        Set.of(Channel.FILE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                grant(
                    atOtherHours,
                    ONE,
                    new Limits(
                        Set.of(),
                        Optional.empty(),
                        Optional.of(new Hours(later, later.plusHours(1))),
                        Optional.empty())),
                grant(
                    twelvePeople,
                    ONE,
                    new Limits(
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Quota(12, 30)))),
                grant(ofTheOther, TWO, none),
                grant(inAliases, ONE, none, Map.of(FieldClass.MOBILE, Form.ALIAS))),
            "# partners"));
    own(ONE, 0, 20);
    own(TWO, 20, 40);
  }

  static synchronized PartnerTown get() {
    PartnerTown town = only.orElseGet(PartnerTown::new);
    only = Optional.of(town);
    return town;
  }

  private static Grant grant(GrantId id, String to, Limits limits) {
    return grant(id, to, limits, Map.of());
  }

  private static Grant grant(GrantId id, String to, Limits limits, Map<FieldClass, Form> forms) {
    return new Grant(
        id,
        to,
        PURPOSE,
        COLUMNS,
        forms,
        25,
        LocalDate.of(2030, 12, 31),
        limits,
        "operator",
        Set.of("liu.min"),
        Set.of(),
        Grant.State.ACTIVE);
  }

  private void record(String kind, io.tidemark.ledger.Journal.Consequence consequence) {
    town.home.journal().record(town.register().begin(kind, Actor.operator()).build(), consequence);
  }

  private void own(String party, int from, int to) {
    RoaringBitmap people = new RoaringBitmap();
    for (int number = from; number < to; number++) {
      long token =
          town.home
              .vault()
              .tokens()
              .locator(
                  Locator.POLICY_NUMBER,
                  io.tidemark.terms.PersonalText.of(Town.policyNumber(number)));
      town.home.shelf().find(Locator.POLICY_NUMBER, List.of(token)).values().forEach(people::or);
    }
    done(
        partnering()
            .people(
                Actor.operator(),
                party,
                new RoaringBitmap(),
                before -> RoaringBitmap.or(before, people)));
  }

  Partnering partnering() {
    return new Partnering(
        town.register(), SecretBox.of(town.home.keys(), "partner ca"), Entry.Builder::build);
  }

  static Actor officer() {
    return new Actor("liu.min", Set.of(io.tidemark.authorise.Duty.PROTECTION_OFFICER));
  }

  /** A certificate of the home's own authority for a party. */
  X509Certificate certify(String party, byte[] request, Duration valid) {
    return done(tryToCertify(party, request, valid));
  }

  Recorded<X509Certificate> tryToCertify(String party, byte[] request, Duration valid) {
    return partnering()
        .certify(
            Actor.operator(),
            party,
            request,
            valid,
            town.home.partners().authority(),
            town.home.origin());
  }

  void revoke(X509Certificate certificate) throws Exception {
    done(partnering().revoke(officer(), Digest.sha256(certificate.getEncoded()), "lost laptop"));
  }

  void suspend(String party) {
    done(partnering().suspend(officer(), party, "odd hours"));
  }

  void resume(String party) {
    done(partnering().resume(officer(), party));
  }

  static <T> T done(Recorded<T> end) {
    return end.either(
        done -> done.what(),
        refused -> {
          throw new AssertionError(refused.refusal().rule());
        });
  }
}
