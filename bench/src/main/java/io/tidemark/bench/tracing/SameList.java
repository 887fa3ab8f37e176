package io.tidemark.bench.tracing;

import io.tidemark.bench.Ground;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.chain.Chain;
import io.tidemark.chainsim.chain.ChainGenerator;
import io.tidemark.chainsim.chain.Release;
import io.tidemark.chainsim.chain.World;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A home in which many recipients have the same list, and departments of the insurer narrower ones
 * of the same people. To be closed.
 */
final class SameList implements AutoCloseable {
  private static final String RECIPIENTS = "ag-";
  private static final String DEPARTMENTS = "dp-";

  private final Ground ground;
  private final PortfolioGenerator portfolio;
  private final JsonNode disclosures;
  private final Copies copies;
  private final Tracing tracing;

  private SameList(Ground ground, PortfolioGenerator portfolio, JsonNode disclosures) {
    this.ground = ground;
    this.portfolio = portfolio;
    this.disclosures = disclosures;
    this.copies = Copies.of(disclosures, RECIPIENTS);
    this.tracing = new Tracing(ground);
  }

  /**
   * Deposits the first people of this run's portfolio and releases them.
   *
   * @param name of its folder
   * @param honey how many honey customers stand in each copy
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with this
  static SameList laid(Stage stage, String name, int people, int recipients, int honey)
      throws Exception {
    PortfolioGenerator portfolio =
        new PortfolioGenerator(stage.seed(), people, Untidiness.asExported());
    World world = withDepartments(new ChainGenerator(stage.seed()).sameList(portfolio, recipients));
    Path folder = Files.createDirectories(stage.folder().resolve(name));
    Ground ground = Ground.init(stage, folder, world);
    try {
      ground.shell().expect(List.of(0, 6), "deposit", folder.resolve("portfolio.csv").toString());
      Words what =
          new Words(
              people + " 人的清单给 " + recipients + " 方",
              "the list of " + people + " people to " + recipients + " recipients");
      return new SameList(
          ground, portfolio, Releasing.plan(stage, ground, what, world.plan().size(), honey));
    } catch (Exception e) {
      ground.close();
      throw e;
    }
  }

  private static World withDepartments(World world) {
    Chain chain = world.chain();
    List<Party> parties = new ArrayList<>(chain.parties());
    List<Chain.Grant> grants = new ArrayList<>(chain.grants());
    List<Release> plan = new ArrayList<>(world.plan());
    Chain.Grant like = grants.get(0);
    Release release = plan.get(0);
    for (Narrowed narrowed : Narrowed.values()) {
      String id = department(narrowed);
      String name = "第" + (narrowed.ordinal() + 1) + "部门";
      parties.add(new Party(id, PartyKind.DEPARTMENT, Optional.of("hq"), name));
      Map<FieldClass, Form> plain = Map.of(FieldClass.MOBILE, Form.PLAIN);
      grants.add(
          new Chain.Grant(
              id,
              like.purpose(),
              narrowed.columns(),
              plain,
              like.peopleAtMost(),
              like.until(),
              like.approvedBy()));
      plan.add(new Release(id, like.purpose(), narrowed.columns(), release.list()));
    }
    return new World(
        world.portfolio(), new Chain(parties, chain.people(), grants), world.holdings(), plan);
  }

  private static String department(Narrowed narrowed) {
    return DEPARTMENTS + (narrowed.ordinal() + 1);
  }

  Ground ground() {
    return ground;
  }

  Copies copies() {
    return copies;
  }

  Tracing tracing() {
    return tracing;
  }

  /** Everybody who holds these people. */
  List<String> holders() {
    return Copies.of(disclosures, "").parties();
  }

  /** The people as they were deposited, with the columns of the copies. */
  LeakedTable original() throws Exception {
    List<String> headings = copies.sample(0, 1, 0).headings();
    List<Integer> columns = headings.stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    return new LeakedTable(
        headings, portfolio.rows().map(row -> columns.stream().map(row::get).toList()).toList());
  }

  /** What the planner said before these columns were released to a party. */
  OptionalInt planned(Narrowed narrowed, Condition condition) {
    String id = department(narrowed);
    for (JsonNode one : disclosures) {
      JsonNode rows = one.get("rows_to_name").get(condition.name().toLowerCase(Locale.ROOT));
      if (one.get("party").asString().equals(id) && rows != null && rows.isNumber()) {
        return OptionalInt.of(rows.asInt());
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public void close() {
    ground.close();
  }
}
