package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Looking;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Scope;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.members.BooksAssigned.Owner;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.Channel;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The flow itself, on a real database, under policies of the test's own. */
final class LookUpFlowTest {
  private static final LookUps.Task RENEWAL =
      new LookUps.Task("renewal", new Words("续保", "a renewal"), "renewal-service", false);
  private static final Map<FieldClass, Form> NAME = Map.of(FieldClass.NAME, Form.PLAIN);
  private static final Pace WIDE = new Pace(100_000, 100_000, 100_000, 1);
  private static final List<String> PARTIES = List.of("hq", "br-01", "ag-0001");
  private static final List<String> CLERKS = List.of("lin.na", "he.jun");

  private final Town town = Town.get();

  private LookUp flow(Scope scope, Map<FieldClass, Form> forms) {
    LookUps rules =
        new LookUps(
            Map.of("renewal", RENEWAL),
            List.of(new LookUps.Rule(Duty.RENEWAL_CLERK, RENEWAL, scope, forms, false, WIDE)));
    return new LookUp(
        town.home.vault(),
        town.home.shelf(),
        town.home.books(),
        town.home.consents(),
        town.home.paces(),
        town.register(),
        new Looking(rules, town.home.chain().chain()),
        Workshops.aliases(town.home, town.home.vault()),
        new ViewerSpellings(town.home.keys()));
  }

  private static LookUp.Ask ask(Locator kind, String value) {
    return new LookUp.Ask(
        "renewal",
        Optional.empty(),
        kind,
        PersonalText.of(value),
        Channel.SCREEN,
        UUID.randomUUID().toString());
  }

  private static Actor clerk(String id) {
    return new Actor(id, Set.of(Duty.RENEWAL_CLERK));
  }

  private static String rule(Recorded<LookUp.Shown> end) {
    return end.either(done -> "shown", refused -> refused.refusal().rule());
  }

  private Assigning assigning() {
    return new Assigning(
        town.register(), town.home.shelf(), town.home.vault().tokens(), LocalDate.now());
  }

  @Test
  void inRandomBooksNobodySeesAPersonOutside() {
    Random random = new Random(4);
    for (int round = 0; round < 3; round++) {
      Map<Integer, Owner> books = new LinkedHashMap<>();
      Assigning assigning = assigning();
      for (int number = 0; number < Town.PEOPLE; number++) {
        String party = PARTIES.get(random.nextInt(3));
        Optional<String> holder = Optional.of(CLERKS.get(random.nextInt(2)));
        books.put(number, new Owner(party, random.nextBoolean() ? holder : Optional.empty()));
        assigning.book(Town.policyNumber(number), books.get(number));
      }
      assigning.books(Actor.operator(), Digest.sha256("round " + round));
      for (String clerk : CLERKS) {
        books.forEach(
            (number, owner) -> {
              boolean own = owner.holder().equals(Optional.of(clerk));
              boolean branch = owner.party().equals("br-01");
              assertThat(see(Scope.OWN_BOOK, clerk, number)).isEqualTo(own);
              assertThat(see(Scope.OWN_BRANCH, clerk, number)).isEqualTo(branch);
              assertThat(see(Scope.OWN_CLAIMS, clerk, number)).isFalse();
            });
      }
    }
  }

  private boolean see(Scope scope, String clerk, int number) {
    return flow(scope, NAME)
        .lookUp(clerk(clerk), ask(Locator.PLATE, Town.plate(number)))
        .either(
            done -> {
              assertThat(done.what().policies()).hasSize(1);
              assertThat(done.what().policies().get(0).fields())
                  .containsExactly(Map.entry(FieldClass.NAME, PersonalText.of(Town.name(number))));
              return true;
            },
            refused -> {
              assertThat(refused.refusal()).isEqualTo(LookUp.NOBODY);
              return false;
            });
  }

  @Test
  void foundButNothingPermittedIsAnsweredAsNobody() {
    LookUp nothing = flow(Scope.EVERYBODY, Map.of(FieldClass.NAME, Form.WITHHELD));
    Recorded<LookUp.Shown> end = nothing.lookUp(clerk("lin.na"), ask(Locator.PLATE, Town.plate(1)));
    assertThat(rule(end)).isEqualTo("nobody-shown");
    assertThat(
            end.either(done -> done.receipt(), refused -> refused.receipt()).entry().value("rule"))
        .hasValue("nothing-permitted");
    LookUp absent = flow(Scope.EVERYBODY, Map.of(FieldClass.VIN, Form.PLAIN));
    Recorded<LookUp.Shown> opened =
        absent.lookUp(clerk("lin.na"), ask(Locator.PLATE, Town.plate(1)));
    assertThat(rule(opened)).isEqualTo("nobody-shown");
    assertThat(opened.either(done -> done.receipt(), refused -> refused.receipt()).entry().kind())
        .isEqualTo("non-delivery");
  }

  @Test
  void aLookUpOfOneKeyIsRecordedOnce() {
    LookUp flow = flow(Scope.EVERYBODY, NAME);
    LookUp.Ask ask = ask(Locator.PLATE, Town.plate(1));
    assertThat(rule(flow.lookUp(clerk("lin.na"), ask))).isEqualTo("shown");
    assertThatThrownBy(() -> flow.lookUp(clerk("lin.na"), ask))
        .isInstanceOf(LookedUp.Repeated.class);
    assertThat(rule(flow.lookUp(clerk("he.jun"), ask))).as("another's own key").isEqualTo("shown");
  }
}
