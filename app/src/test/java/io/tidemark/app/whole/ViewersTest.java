package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Looking;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Scope;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.Register;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.disclose.View;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What two clerks copied from their screens, of the same customers, tells whose screen it was. */
final class ViewersTest {
  private static final int PEOPLE = 60;
  private static final int LOOKED_AT = 25;
  private static final List<FieldClass> FIELDS =
      List.of(
          FieldClass.NAME,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.MODEL,
          FieldClass.ADDRESS,
          FieldClass.REMARK);
  private static final LookUps.Task TASK =
      new LookUps.Task("renewal", new Words("续保", "a renewal"), "renewal-service", false);
  private static final LookUps RULES =
      new LookUps(
          Map.of("renewal", TASK),
          List.of(
              new LookUps.Rule(
                  Duty.RENEWAL_CLERK,
                  TASK,
                  Scope.EVERYBODY,
                  FIELDS.stream().collect(Collectors.toMap(field -> field, field -> Form.PLAIN)),
                  true,
                  new Pace(10_000, 10_000, 10_000, 1))));

  @TempDir private Path folder = Path.of(".");

  private static LookUp flow(Home home) {
    Register register = new Register(home.journal(), PolicyFile.builtIn(), Clock.systemUTC());
    return new LookUp(
        home.vault(),
        home.shelf(),
        home.books(),
        home.consents(),
        home.paces(),
        register,
        new Looking(RULES, home.chain().chain()),
        Workshops.aliases(home, home.vault()),
        new ViewerSpellings(home.keys()));
  }

  /** What the clerk reads off the screen, a line for each field. */
  private static String copied(LookUp flow, String clerk, Policy policy) {
    LookUp.Ask ask =
        new LookUp.Ask(
            "renewal",
            Optional.empty(),
            Locator.PLATE,
            PersonalText.of(policy.car().plate()),
            Channel.SCREEN,
            UUID.randomUUID().toString());
    List<View> shown =
        flow.lookUp(new Actor(clerk, Set.of(Duty.RENEWAL_CLERK)), ask)
            .either(
                done -> done.what().policies(),
                refused -> {
                  throw new AssertionError(refused.refusal());
                });
    View view = shown.get(0);
    return FIELDS.stream()
        .map(
            field ->
                Optional.ofNullable(view.fields().get(field))
                    .map(text -> '"' + text.reveal(Reveal.SHOW) + '"')
                    .orElse(""))
        .collect(Collectors.joining(","));
  }

  @Test
  void theClerkWhoseScreenItWasComesFirst() throws Exception {
    Desk desk = Homes.small(folder);
    PortfolioGenerator people = new PortfolioGenerator(11, PEOPLE, Untidiness.none());
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, people.rows());
    desk.json(0, "deposit", portfolio.toString());
    List<String> of = new ArrayList<>();
    try (Home home = Home.open(desk.home(), System.getenv())) {
      LookUp flow = flow(home);
      for (Policy policy : people.policies().limit(LOOKED_AT).toList()) {
        copied(flow, "he.jun", policy);
        of.add(copied(flow, "lin.na", policy));
      }
    }
    Path found = folder.resolve("found.csv");
    Files.writeString(found, "姓名,手机号,车牌号,厂牌型号,地址,备注\n" + String.join("\n", of) + "\n");
    JsonNode traced = desk.type("trace", found.toString(), "--json").json();
    JsonNode viewers = traced.get("viewers");
    assertThat(viewers.size()).isEqualTo(2);
    assertThat(viewers.get(0).get("person").asString()).isEqualTo("lin.na");
    assertThat(viewers.get(0).get("rows").asInt()).isBetween(20, LOOKED_AT);
    assertThat(viewers.get(0).get("views").size()).isBetween(20, LOOKED_AT);
    assertThat(viewers.get(0).get("log10").asDouble()).isGreaterThan(6);
    assertThat(viewers.get(1).get("log10").asDouble()).isLessThan(1);
    assertThat(traced.get("accused").size()).as("a lead accuses nobody").isZero();
  }
}
