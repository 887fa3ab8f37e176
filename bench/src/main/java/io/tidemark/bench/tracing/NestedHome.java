package io.tidemark.bench.tracing;

import static io.tidemark.terms.FieldClass.MOBILE;

import io.tidemark.bench.Ground;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.chain.Chain;
import io.tidemark.chainsim.chain.Holding;
import io.tidemark.chainsim.chain.Release;
import io.tidemark.chainsim.chain.World;
import io.tidemark.chainsim.holders.LeakedPeople;
import io.tidemark.chainsim.holders.NestedChain;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A home around a nested chain, of whose people every party has name, phone and expiry: nothing
 * that carries a mark. All parties are enrolled as departments, because policy gives such a list to
 * nobody outside; what kind of party each stands for is the chain's to say. To be closed.
 */
final class NestedHome implements AutoCloseable {
  private static final List<FieldClass> COLUMNS = Narrowed.PEOPLE.columns();
  private static final List<String> APPROVERS = List.of("liu.min", "chen.wei");
  private static final LocalDate UNTIL = LocalDate.of(2027, 12, 31);
  private static final int POLICIES_OF_A_PERSON = 4;
  private static final int STRANGERS = 400;

  private final NestedChain chain;
  private final Ground ground;
  private final Tracing tracing;
  private final PortfolioGenerator portfolio;
  private final List<String> headings;
  private final Map<String, Map<String, List<String>>> rows;
  private final List<List<String>> strangers;

  private NestedHome(
      NestedChain chain,
      Ground ground,
      PortfolioGenerator portfolio,
      List<String> headings,
      Map<String, Map<String, List<String>>> rows,
      List<List<String>> strangers) {
    this.chain = chain;
    this.ground = ground;
    this.tracing = new Tracing(ground);
    this.portfolio = portfolio;
    this.headings = headings;
    this.rows = rows;
    this.strangers = strangers;
  }

  /** Deposits the people of a chain and releases to each party whom it holds. */
  @SuppressWarnings("MustBeClosedChecker") // closed with this
  static NestedHome laid(Stage stage, int people) throws Exception {
    NestedChain chain = NestedChain.of(stage.seed(), people);
    PortfolioGenerator portfolio =
        new PortfolioGenerator(stage.seed(), people, Untidiness.asExported());
    Path folder = Files.createDirectories(stage.folder().resolve("nested"));
    Ground ground = Ground.init(stage, folder, world(chain, portfolio));
    try {
      ground.shell().expect(List.of(0, 6), "deposit", folder.resolve("portfolio.csv").toString());
      Words what = new Words("嵌套链", "a nested chain");
      Copies copies = Copies.of(Releasing.plan(stage, ground, what, chain.holders().size(), 0), "");
      Map<String, Map<String, List<String>>> rows = new HashMap<>();
      for (int place = 0; place < copies.size(); place++) {
        rows.put(copies.at(place).party(), byPhone(copies.rows(place)));
      }
      List<String> headings = copies.rows(0).headings();
      List<List<String>> strangers =
          Selection.Foreign.from(
              new PortfolioGenerator(stage.seed() + 3, STRANGERS, Untidiness.asExported()),
              headings,
              STRANGERS);
      return new NestedHome(chain, ground, portfolio, headings, rows, strangers);
    } catch (Exception e) {
      ground.close();
      throw e;
    }
  }

  private static Map<String, List<String>> byPhone(LeakedTable table) {
    Map<String, List<String>> rows = new HashMap<>();
    List<String> phones = Phones.of(table);
    for (int row = 0; row < phones.size(); row++) {
      rows.putIfAbsent(phones.get(row), table.rows().get(row));
    }
    return rows;
  }

  private static World world(NestedChain chain, PortfolioGenerator portfolio) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party("hq", PartyKind.INSURER, Optional.empty(), "示例财险总公司"));
    List<Chain.Member> members =
        List.of(
            new Chain.Member("liu.min", "hq", List.of("protection-officer")),
            new Chain.Member("chen.wei", "hq", List.of("approver")));
    List<Chain.Grant> grants = new ArrayList<>();
    Map<String, Holding> holdings = new LinkedHashMap<>();
    List<Release> plan = new ArrayList<>();
    for (NestedChain.Holder holder : chain.holders()) {
      String id = holder.id();
      parties.add(new Party(id, PartyKind.DEPARTMENT, Optional.of("hq"), "部门" + id));
      Map<FieldClass, Form> plain = Map.of(MOBILE, Form.PLAIN);
      long most = 2L * chain.people();
      grants.add(new Chain.Grant(id, "renewal-service", COLUMNS, plain, most, UNTIL, APPROVERS));
      holdings.put(
          id, new Holding.Selected(policy -> holder.people().get(person(policy.number()))));
      plan.add(new Release(id, "renewal-service", COLUMNS, id));
    }
    return new World(portfolio, new Chain(parties, members, grants), holdings, plan);
  }

  /** The chain counts people from 1. */
  private static int person(long policy) {
    return (int) (policy / POLICIES_OF_A_PERSON) + 1;
  }

  NestedChain chain() {
    return chain;
  }

  /** What {@code trace} says of these people, each as the source's copy has them if it does. */
  Trial trial(LeakedPeople leaked, long seed) throws Exception {
    Map<String, List<String>> copy =
        leaked.source().map(source -> rows.getOrDefault(source.id(), Map.of())).orElse(Map.of());
    List<List<String>> leak = new ArrayList<>();
    for (int person : leaked.people()) {
      var policy = portfolio.policiesOf(person - 1L).get(0);
      List<String> row = copy.get(policy.owner().mobile());
      leak.add(row == null ? asDeposited(portfolio.row(policy)) : row);
    }
    int foreign = leaked.rows() - leaked.people().size();
    leak.addAll(strangers.subList(0, Math.max(0, Math.min(foreign, strangers.size()))));
    LeakedTable table = new Selection.Shuffle(seed).on(new LeakedTable(headings, leak));
    String[] sources = leaked.source().map(NestedChain.Holder::id).stream().toArray(String[]::new);
    String kind = leaked.source().map(source -> source.kind().id()).orElse("outside");
    return tracing.trial(Material.csv(table, sources).as(kind));
  }

  private List<String> asDeposited(List<String> row) {
    return headings.stream().map(PortfolioGenerator.COLUMNS::indexOf).map(row::get).toList();
  }

  @Override
  public void close() {
    ground.close();
  }
}
