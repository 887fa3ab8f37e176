package io.tidemark.app.whole;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.CallTerms;
import io.tidemark.authorise.Policy;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.PersonalText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A bureau whose alias numbers ring; each agent calls from a number of its own. */
final class Switch implements AutoCloseable {
  private static final int PHONE = PortfolioGenerator.COLUMNS.indexOf("手机号");
  private static final int POLICY = PortfolioGenerator.COLUMNS.indexOf("保单号");

  /** As often and whenever anybody likes. */
  static final CallTerms.Rule OPEN =
      new CallTerms.Rule(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1_000, 100_000, false);

  static final CallTerms TERMS =
      new CallTerms(OPEN, Map.of(), CallTerms.Others.REJECT, AliasTerms.LEAST, false);

  private final Bureau bureau;
  private final List<String> phones;
  private CallTerms terms = TERMS;

  Switch(Path folder, int numbers) throws Exception {
    bureau = new Bureau(folder, numbers);
    phones =
        new PortfolioGenerator(9, Bureau.PEOPLE, Untidiness.none())
            .rows()
            .limit(Bureau.PEOPLE)
            .map(row -> row.get(PHONE))
            .toList();
    for (String agent : Bureau.AGENTS) {
      Workshops.partyNumbers(bureau.home, bureau.session.vault())
          .add(
              Actor.operator(),
              agent,
              List.of(PersonalText.of("+86 " + callerOf(agent))),
              register());
    }
  }

  Bureau bureau() {
    return bureau;
  }

  /** The number from which an agent calls. */
  static String callerOf(String agent) {
    return "1380013800" + agent.charAt(agent.length() - 1);
  }

  /** The n-th number of the pool. */
  static String number(int n) {
    return Long.toString(700_100_000_000_000L + n);
  }

  /** The policy's number of a record. */
  String policy(int record) {
    return new PortfolioGenerator(9, Bureau.PEOPLE, Untidiness.none())
        .rows()
        .skip(record - 1)
        .findFirst()
        .orElseThrow()
        .get(POLICY);
  }

  /** The numbers of the person of a record. */
  Set<String> phones(int record) {
    Map<Integer, UUID> people = bureau.people();
    Set<String> all = new HashSet<>();
    people.forEach(
        (other, person) -> {
          if (person.equals(people.get(record))) {
            all.add(phones.get(other - 1));
          }
        });
    all.remove("");
    return all;
  }

  void terms(CallTerms changed) {
    terms = changed;
  }

  Register register() {
    Policy now = bureau.session.policy();
    Policy policy =
        new Policy(
            now.version(),
            now.digest(),
            now.fields(),
            now.kinds(),
            now.combinations(),
            now.purposes(),
            now.allowances(),
            now.approvals(),
            now.glass(),
            now.demands(),
            now.honeyShare(),
            now.bound(),
            now.lookUps(),
            now.naming(),
            now.notices(),
            now.retention(),
            new AliasTerms(now.aliases().restDays(), terms),
            now.screens());
    return new Register(bureau.home.journal(), policy, bureau.clock());
  }

  /** Who answers, on this node. */
  Switchboard board() {
    return board(bureau.home);
  }

  /** Who answers, on another node of the same home. */
  Switchboard board(Home home) {
    return Workshops.switching(
        home,
        home.vault(),
        new Register(home.journal(), register().policy(), bureau.clock()),
        bureau.session.authority(),
        bureau.session.chain());
  }

  static IncomingCall incoming(String called, String caller, Instant at, String id) {
    return new IncomingCall(
        PersonalText.of(called),
        caller.isEmpty() ? Optional.empty() : Optional.of(PersonalText.of(caller)),
        at,
        id);
  }

  CallAnswer call(String called, String caller) {
    return board()
        .answer(incoming(called, caller, bureau.clock().instant(), UUID.randomUUID().toString()));
  }

  /** The entries from this one on. */
  List<Entry> since(long index) throws Entry.BadEntry {
    List<Entry> entries = new ArrayList<>();
    for (byte[] body : bureau.home.entries(index, 10_000)) {
      entries.add(Entry.parse(body));
    }
    return entries;
  }

  @Override
  public void close() {
    bureau.close();
  }
}
