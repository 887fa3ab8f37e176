package io.tidemark.chainsim.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ChainGeneratorTest {
  private static final World DEMO = SampleWorld.of(7, 2_000);

  private static Set<String> list(World world, String name) {
    return world
        .policies(name)
        .map(policy -> policy.cover().policyNumber())
        .collect(Collectors.toSet());
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @Test
  void theDemoHasSixtyPartiesOfEveryKindAndAGrantAndAReleaseForEach() {
    List<Party> parties = DEMO.chain().parties();
    assertThat(parties).hasSize(60).extracting(Party::id).doesNotHaveDuplicates();
    assertThat(parties).extracting(Party::kind).contains(PartyKind.values());
    Set<String> ids = parties.stream().map(Party::id).collect(Collectors.toSet());
    assertThat(parties)
        .allSatisfy(party -> assertThat(ids).containsAll(party.parent().stream().toList()));
    assertThat(DEMO.chain().grants())
        .extracting(Chain.Grant::to)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(DEMO.plan()).extracting(Release::to).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void everyListHoldsSomebodyAndNoMoreThanItsGrantAllows() {
    for (Chain.Grant grant : DEMO.chain().grants()) {
      assertThat((long) list(DEMO, grant.to()).size())
          .as(grant.to())
          .isBetween(1L, grant.peopleAtMost());
    }
  }

  @Test
  void branchesDivideThePortfolioAndAgentsTheirBranch() {
    Set<String> all = list(DEMO, "hq");
    Set<String> seen = new HashSet<>();
    for (int branch = 1; branch <= 8; branch++) {
      Set<String> held = list(DEMO, "br-0" + branch);
      assertThat(seen).doesNotContainAnyElementsOf(held);
      seen.addAll(held);
      List<Set<String>> agents =
          Stream.of(branch * 3 - 2, branch * 3 - 1, branch * 3)
              .map(agent -> list(DEMO, String.format("ag-%04d", agent)))
              .toList();
      assertThat(agents.stream().flatMap(Set::stream).collect(Collectors.toSet())).isEqualTo(held);
      double copies = agents.stream().mapToInt(Set::size).sum();
      assertThat(copies / held.size()).isBetween(1.05, 1.3);
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void twoDepartmentsHoldIdenticalSets() {
    assertThat(list(DEMO, "dp-service"))
        .isEqualTo(list(DEMO, "dp-renewal"))
        .isEqualTo(list(DEMO, "hq"));
    assertThat(list(DEMO, "dp-claims")).isNotEmpty().isNotEqualTo(list(DEMO, "hq"));
  }

  @Test
  void dealersHoldABrandAndRepairShopsATown() {
    assertThat(DEMO.policies("dl-01"))
        .allMatch(policy -> policy.car().model().brand().equals("大众"));
    assertThat(DEMO.policies("rs-10"))
        .allMatch(policy -> policy.home().district().province().equals("北京市"));
  }

  @Test
  void theChainFileIsYamlWithTheContractsKeysOnly() {
    Map<?, ?> chain = (Map<?, ?>) yaml(DEMO.chain().yaml());

    assertThat(chain.keySet())
        .extracting(Object::toString)
        .containsExactly("parties", "people", "grants");
    Set<String> keys =
        Set.of("to", "purpose", "columns", "forms", "people_at_most", "until", "approved_by");
    assertThat((List<?>) chain.get("grants"))
        .hasSize(60)
        .allSatisfy(
            grant -> {
              Map<?, ?> facts = (Map<?, ?>) grant;
              assertThat(facts.keySet()).extracting(Object::toString).isSubsetOf(keys);
              assertThat((List<?>) facts.get("columns"))
                  .extracting(Object::toString)
                  .isSubsetOf(PortfolioGenerator.COLUMNS);
            });
  }

  @Test
  void aWrittenWorldIsCompleteAndEachSubjectsFileStandsInThePlan(@TempDir Path folder)
      throws IOException {
    DEMO.write(folder);

    List<?> plan = (List<?>) yaml(Files.readString(folder.resolve("plan.yaml")));
    assertThat(plan).hasSize(60);
    for (Object release : plan) {
      Map<?, ?> facts = (Map<?, ?>) release;
      Path subjects = folder.resolve(String.valueOf(facts.get("subjects")));
      List<String> lines = Files.readAllLines(subjects);
      assertThat(lines.get(0)).isEqualTo("保单号");
      assertThat(new HashSet<>(lines.subList(1, lines.size())))
          .isEqualTo(list(DEMO, String.valueOf(facts.get("to"))))
          .hasSize(lines.size() - 1);
    }
    assertThat(Files.size(folder.resolve("portfolio.csv"))).isGreaterThan(100_000);
  }

  @Test
  void theSameSeedWritesTheSameWorld(@TempDir Path one, @TempDir Path two) throws IOException {
    SampleWorld.write(one, 3, 300);
    SampleWorld.write(two, 3, 300);

    try (Stream<Path> files = Files.walk(one)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(60)
          .allSatisfy(
              file -> assertThat(file).hasSameBinaryContentAs(two.resolve(one.relativize(file))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Test
  void manyAgentsCanReceiveOneList(@TempDir Path folder) throws IOException {
    World world = new ChainGenerator(1).sameList(portfolio(500), 1_000);
    world.writeChain(folder);

    assertThat(world.plan()).hasSize(1_000).extracting(Release::list).containsOnly("all");
    assertThat(folder.resolve("subjects")).isDirectoryContaining("glob:**/all.csv");
    assertThat(folder.resolve("portfolio.csv")).doesNotExist();
  }

  @Test
  void randomListsHaveTheirSizeAndDifferentPeople() {
    World world = new ChainGenerator(1).randomLists(portfolio(10_000), 20, 200);

    Set<String> first = list(world, "ag-0001");
    Set<String> second = list(world, "ag-0002");
    assertThat(first).hasSize(200);
    assertThat(second).hasSize(200).isNotEqualTo(first);
    assertThat(world.policies("ag-0001").map(Policy::owner)).doesNotHaveDuplicates();
    first.retainAll(second);
    assertThat(first.size()).isLessThan(20);
  }

  @Test
  void moreRowsThanPeopleAreRefused() {
    World world = new ChainGenerator(1).randomLists(portfolio(10), 2, 11);

    assertThatThrownBy(() -> world.policies("ag-0001"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.policies("nobody")).isInstanceOf(IllegalArgumentException.class);
  }

  private static PortfolioGenerator portfolio(long people) {
    return new PortfolioGenerator(7, people, Untidiness.asExported());
  }
}
