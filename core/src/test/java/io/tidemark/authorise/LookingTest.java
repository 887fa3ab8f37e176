package io.tidemark.authorise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who may look whom up: each scope, each refusal, and random books in random chains. */
final class LookingTest {
  private static final LookUps.Task RENEWAL =
      new LookUps.Task("renewal", new Words("续保", "a renewal"), "renewal-service", false);
  private static final LookUps.Task CLAIM =
      new LookUps.Task("claim", new Words("理赔", "a claim"), "claims", true);
  private static final Map<FieldClass, Form> FORMS =
      Map.of(FieldClass.NAME, Form.PLAIN, FieldClass.MOBILE, Form.WITHHELD);
  private static final Chain CHAIN =
      new Chain(
          Map.of(
              "hq", new Party("hq", PartyKind.INSURER, Optional.empty(), "总公司"),
              "br-1", new Party("br-1", PartyKind.BRANCH, Optional.of("hq"), "一分"),
              "br-2", new Party("br-2", PartyKind.BRANCH, Optional.of("hq"), "二分"),
              "ag-1", new Party("ag-1", PartyKind.AGENT, Optional.of("br-1"), "代理")),
          Map.of("li", new Person("li", "br-1", Set.of(Duty.RENEWAL_CLERK))),
          List.of());
  private static final Actor LI = Actor.person("li", CHAIN).orElseThrow();

  private static LookUps.Rule rule(Duty duty, LookUps.Task task, Scope scope) {
    return new LookUps.Rule(duty, task, scope, FORMS, false, new Pace(1, 1, 1, 1));
  }

  private static Looking looking(Scope scope) {
    return new Looking(
        new LookUps(
            Map.of("renewal", RENEWAL, "claim", CLAIM),
            List.of(
                rule(Duty.RENEWAL_CLERK, RENEWAL, scope),
                rule(Duty.CLAIMS_HANDLER, CLAIM, Scope.OWN_CLAIMS))),
        CHAIN);
  }

  private static Whose whose(int record, String party, String holder, boolean ownClaim) {
    return new Whose(
        record,
        new UUID(0, record),
        Optional.of(party),
        Optional.of(holder).filter(one -> !one.isEmpty()),
        ownClaim);
  }

  private static Decision decide(Scope scope, Whose... found) {
    Looking looking = looking(scope);
    LookUps.Rule rule = looking.rule(LI, "renewal").orElseThrow();
    List<Whose> all = List.of(found);
    return looking.decide(LI, rule, Channel.SCREEN, all, looking.within(LI, rule, all));
  }

  @Test
  void eachScopeReachesItsOwnAndNoFurther() {
    assertThat(decide(Scope.OWN_BOOK, whose(1, "br-1", "li", false))).isInstanceOf(Permit.class);
    assertThat(decide(Scope.OWN_BOOK, whose(1, "br-1", "wu", true)).rule())
        .isEqualTo("out-of-scope");
    assertThat(decide(Scope.OWN_BOOK, whose(1, "br-1", "", true)).rule()).isEqualTo("out-of-scope");
    assertThat(decide(Scope.OWN_BRANCH, whose(1, "br-1", "wu", false))).isInstanceOf(Permit.class);
    assertThat(decide(Scope.OWN_BRANCH, whose(1, "ag-1", "", false))).isInstanceOf(Permit.class);
    assertThat(decide(Scope.OWN_BRANCH, whose(1, "br-2", "", true)).rule())
        .isEqualTo("out-of-scope");
    assertThat(decide(Scope.OWN_BRANCH, whose(1, "hq", "", true)).rule()).isEqualTo("out-of-scope");
    assertThat(decide(Scope.OWN_CLAIMS, whose(1, "br-2", "", true))).isInstanceOf(Permit.class);
    assertThat(decide(Scope.OWN_CLAIMS, whose(1, "br-1", "li", false)).rule())
        .isEqualTo("out-of-scope");
    assertThat(decide(Scope.EVERYBODY, whose(1, "br-2", "", false))).isInstanceOf(Permit.class);
  }

  @Test
  void whoeverIsInNobodysBookIsOutOfScope() {
    Whose unassigned = new Whose(1, new UUID(0, 1), Optional.empty(), Optional.empty(), false);
    assertThat(decide(Scope.OWN_BOOK, unassigned).rule()).isEqualTo("out-of-scope");
    assertThat(decide(Scope.OWN_BRANCH, unassigned).rule()).isEqualTo("out-of-scope");
  }

  @Test
  void twoPeopleOfOneNumberAreNotShown() {
    assertThat(
            decide(Scope.OWN_BOOK, whose(1, "br-1", "li", false), whose(2, "br-1", "li", false))
                .rule())
        .isEqualTo("several-people");
    assertThat(decide(Scope.OWN_BOOK, whose(1, "br-1", "li", false), whose(2, "br-1", "wu", false)))
        .as("the other lies outside")
        .isInstanceOf(Permit.class);
    assertThat(decide(Scope.EVERYBODY).rule()).isEqualTo("nobody-found");
  }

  @Test
  void thePermitSaysWhyAndHasOnlyWhatIsShown() {
    Permit permit = (Permit) decide(Scope.OWN_BOOK, whose(1, "br-1", "li", false));
    assertThat(permit.forms()).containsExactly(Map.entry(FieldClass.NAME, Form.PLAIN));
    assertThat(permit.people()).isEqualTo(1);
    assertThat(permit.why().en())
        .isEqualTo(
            "the duty renewal-clerk may look up customers of one's own book for a renewal, 1"
                + " fields, no copying, for renewal-service (rule look-up)");
    assertThat(permit.why().zh()).contains("本人名下", "续保", "不可复制", "规则 look-up");
  }

  @Test
  void whoMayNotIsToldWhy() {
    Looking looking = looking(Scope.OWN_BOOK);
    assertThat(looking.refusal(LI, "renewal", false)).isEmpty();
    assertThat(rule(looking, LI, "claim", true)).isEqualTo("not-your-task");
    assertThat(rule(looking, LI, "gossip", true)).isEqualTo("unknown-task");
    assertThat(rule(looking, Actor.operator(), "renewal", true)).isEqualTo("not-your-duty");
    Actor handler = new Actor("zhou", Set.of(Duty.CLAIMS_HANDLER));
    assertThat(rule(looking, handler, "claim", false)).isEqualTo("no-reference");
    assertThat(looking.refusal(handler, "claim", true)).isEmpty();
    Looking silent = new Looking(LookUps.NONE, CHAIN);
    assertThat(rule(silent, LI, "renewal", false)).isEqualTo("unknown-task");
  }

  private static String rule(Looking looking, Actor actor, String task, boolean reference) {
    return looking.refusal(actor, task, reference).orElseThrow().rule();
  }

  /** A chain of parties, each below an earlier one; who is below whom is known from the making. */
  @Property(tries = 500)
  void inRandomBooksNobodySeesAPersonOutside(@ForAll long seed, @ForAll Scope scope) {
    Random random = new Random(seed);
    int many = 2 + random.nextInt(8);
    Map<String, Party> parties = new LinkedHashMap<>();
    List<Set<String>> above = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int parent = i == 0 ? -1 : random.nextInt(i);
      String id = "p-" + i;
      parties.put(
          id,
          new Party(
              id,
              PartyKind.BRANCH,
              parent < 0 ? Optional.empty() : Optional.of("p-" + parent),
              id));
      Set<String> own = new java.util.HashSet<>(parent < 0 ? Set.of() : above.get(parent));
      own.add(id);
      above.add(own);
    }
    String home = "p-" + random.nextInt(many);
    Chain chain =
        new Chain(
            parties, Map.of("li", new Person("li", home, Set.of(Duty.RENEWAL_CLERK))), List.of());
    Looking looking =
        new Looking(
            new LookUps(
                Map.of("renewal", RENEWAL), List.of(rule(Duty.RENEWAL_CLERK, RENEWAL, scope))),
            chain);
    List<Whose> found = new ArrayList<>();
    List<Integer> allowed = new ArrayList<>();
    for (int record = 1; record <= 12; record++) {
      int party = random.nextInt(many + 1) - 1;
      String holder = List.of("", "li", "wu").get(party < 0 ? 0 : random.nextInt(3));
      boolean claim = random.nextInt(4) == 0;
      found.add(
          new Whose(
              record,
              new UUID(0, 7),
              party < 0 ? Optional.empty() : Optional.of("p-" + party),
              Optional.of(holder).filter(one -> !one.isEmpty()),
              claim));
      boolean may =
          switch (scope) {
            case EVERYBODY -> true;
            case OWN_CLAIMS -> claim;
            case OWN_BOOK -> holder.equals("li");
            case OWN_BRANCH -> party >= 0 && above.get(party).contains(home);
          };
      if (may) {
        allowed.add(record);
      }
    }
    LookUps.Rule rule = looking.rule(LI, "renewal").orElseThrow();
    List<Whose> seen = looking.within(LI, rule, found);
    assertThat(seen.stream().map(Whose::record)).containsExactlyElementsOf(allowed);
    Decision decision = looking.decide(LI, rule, Channel.API, found, seen);
    assertThat(decision instanceof Permit).isEqualTo(!allowed.isEmpty());
  }
}
