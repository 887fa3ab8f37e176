package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Basis;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Request;
import io.tidemark.authorise.Usage;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The decisions of {@code vectors/authority}, which any implementation must give. */
class AuthorityVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors/authority");

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void isDecidedByItsRule(String name, JsonNode one, JsonNode file) throws Exception {
    Chain chain = chain(file.get("states"));
    Policy policy = PolicyFile.read(SettingsFile.open(VECTORS.resolve("policy.yaml")));
    Decision decision = decide(new Authority(policy, chain, usage(one, chain)), chain, one, file);

    JsonNode expected = one.get("expect");
    assertThat(decision.rule()).isEqualTo(expected.get("rule").asString());
    assertThat(kind(decision)).isEqualTo(expected.get("decision").asString());
    if (decision instanceof Permit permit) {
      permitted(permit, expected, chain);
    }
    if (decision instanceof Decision.NeedsApproval needed) {
      assertThat(needed.approvals().quorum()).isEqualTo(expected.get("quorum").asInt());
      assertThat(needed.approvals().duties().stream().map(Duty::id).sorted().toList())
          .isEqualTo(texts(expected.get("duties")));
    }
    oneSentenceNamesTheRule(decision.why(), decision.rule());
  }

  static Stream<Arguments> isDecidedByItsRule() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (String name : List.of("cases.json", "bad.json")) {
      JsonNode file =
          JsonMapper.builder().build().readTree(Files.readString(VECTORS.resolve(name)));
      file.get("cases")
          .forEach(one -> all.add(Arguments.of(one.get("name").asString(), one, file)));
    }
    assertThat(all).hasSizeGreaterThan(50);
    return all.stream();
  }

  private static void permitted(Permit permit, JsonNode expected, Chain chain) {
    assertThat(permit.forms().values().stream().map(Form::id).toList())
        .isEqualTo(texts(expected.get("forms")));
    if (permit.basis() instanceof Basis.StandingGrant standing) {
      assertThat(chain.grants().indexOf(standing.grant()) + 1)
          .isEqualTo(expected.get("grant").asInt());
    }
    if (permit.basis() instanceof Basis.BrokenGlass broken) {
      Request.Emergency emergency = broken.request().emergency().orElseThrow();
      assertThat(emergency.skipped().stream().sorted().toList())
          .isEqualTo(texts(expected.get("skipped")));
    }
  }

  private static void oneSentenceNamesTheRule(Words why, String rule) {
    assertThat(why.zh()).contains("规则 " + rule).doesNotContain("\n");
    assertThat(why.en()).contains("rule " + rule).doesNotContain("\n");
  }

  private static Decision decide(Authority authority, Chain chain, JsonNode one, JsonNode file) {
    String who = one.get("actor").asString();
    Actor actor =
        who.equals(Actor.OPERATOR) ? Actor.operator() : Actor.person(who, chain).orElseThrow();
    Ask ask =
        new Ask(
            who,
            one.get("to").asString(),
            one.get("purpose").asString(),
            texts(one.get("columns")).stream()
                .map(column -> FieldClass.named(column).orElseThrow())
                .toList(),
            one.get("people").asInt(),
            Channel.named(one.path("channel").asString("file")).orElseThrow());
    Instant at = Instant.parse(one.path("at").asString(file.get("now").asString()));
    return switch (one.get("act").asString()) {
      case "release" -> authority.release(actor, ask, at);
      case "request" -> authority.request(actor, ask, at);
      case "break-glass" -> authority.breakGlass(actor, ask, one.get("why").asString(), at);
      default -> throw new IllegalArgumentException(one.toString());
    };
  }

  private static String kind(Decision decision) {
    return decision.either(
        permit -> "permit", needed -> "needs-approval", (Refusal no) -> "refused");
  }

  private static Usage usage(JsonNode one, Chain chain) {
    return (grant, since) -> {
      for (int i = 0; i < chain.grants().size(); i++) {
        if (chain.grants().get(i).id().equals(grant)) {
          return one.path("used").path(String.valueOf(i + 1)).asLong(0);
        }
      }
      return 0;
    };
  }

  private static Chain chain(JsonNode states) throws Exception {
    Policy before = PolicyFile.read(SettingsFile.open(VECTORS.resolve("policy-before.yaml")));
    SettingsFile file = SettingsFile.open(VECTORS.resolve("chain.yaml"));
    Chain chain =
        ChainFile.read(
                file, Chain.EMPTY, before, SettingsVectorsTest.TODAY, ChainFile.Mode.FOUNDING)
            .chain();
    List<Grant> grants = new ArrayList<>();
    for (Grant grant : chain.grants()) {
      String state = states.path(String.valueOf(grants.size() + 1)).asString("FOUNDING");
      grants.add(in(grant, Grant.State.valueOf(state)));
    }
    return new Chain(chain.parties(), chain.people(), grants);
  }

  private static Grant in(Grant grant, Grant.State state) {
    return new Grant(
        grant.id(),
        grant.to(),
        grant.purpose(),
        grant.columns(),
        grant.forms(),
        grant.peopleAtMost(),
        grant.until(),
        grant.limits(),
        grant.askedBy(),
        grant.approvers(),
        grant.approved(),
        state);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
