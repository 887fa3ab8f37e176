package io.tidemark.chainsim.chain;

import static io.tidemark.terms.FieldClass.MOBILE;

import io.tidemark.chainsim.chain.Holding.Drawn;
import io.tidemark.chainsim.chain.Holding.Selected;
import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PartyKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chains of parties. Deterministic: the same seed and portfolio give the same world.
 *
 * @param seed decides who holds what
 */
public record ChainGenerator(long seed) {
  private static final int AGENTS_PER_BRANCH = 3;
  private static final double HELD_BY_A_SECOND_AGENT = .15;
  private static final List<String> AGENCIES =
      List.of(
          "锦程", "安途", "恒信", "鑫达", "顺通", "瑞丰", "嘉诚", "永泰", "金盾", "华安", "万通", "众诚", "同德", "宏远", "佳运",
          "启航", "天成", "和顺", "凯达", "利民", "新锐", "中联", "泰和", "君安");
  private static final List<String> BRANDS =
      List.of("大众", "丰田", "本田", "日产", "别克", "比亚迪", "特斯拉", "宝马", "吉利", "长安");
  private static final List<String> TOWNS =
      List.of("成都市", "广州市", "深圳市", "济南市", "青岛市", "南京市", "杭州市", "武汉市", "西安市", "北京市");

  /** The demo's chain of 60 parties, nested as in life. */
  public World demo(PortfolioGenerator portfolio) {
    WorldBuilder world = new WorldBuilder(portfolio);
    insurer(world);
    branches(world);
    for (int i = 0; i < BRANDS.size(); i++) {
      String brand = BRANDS.get(i);
      world.party(PartyKind.DEALER, numbered("dl", 2, i), null, brand + "安和4S店");
      world.gives("renewal-service", Columns.RENEWAL, Map.of(), 4);
      world.holds(policy -> policy.car().model().brand().equals(brand));
    }
    for (int i = 0; i < TOWNS.size(); i++) {
      String town = TOWNS.get(i);
      world.party(PartyKind.REPAIR_SHOP, numbered("rs", 2, i), null, town + "平安路修理厂");
      world.gives("repair-assessment", Columns.REPAIR, Map.of(), 4);
      world.holds(policy -> policy.home().district().town().equals(town));
    }
    outside(world);
    return world.built();
  }

  /** {@code agents} agents of one branch who all receive the same list: the whole portfolio. */
  public World sameList(PortfolioGenerator portfolio, int agents) {
    WorldBuilder world = headquarters(portfolio);
    for (int i = 0; i < agents; i++) {
      agent(world, i, 1);
      world.holds("all", new Selected(policy -> true));
    }
    return world.built();
  }

  /**
   * {@code agents} agents of one branch who each receive {@code rows} policies of as many people,
   * drawn by chance from the portfolio, and are granted about as many.
   */
  public World randomLists(PortfolioGenerator portfolio, int agents, int rows) {
    WorldBuilder world = headquarters(portfolio);
    int part = (int) Math.max(1, portfolio.people() / rows);
    for (int i = 0; i < agents; i++) {
      String id = agent(world, i, part);
      world.holds(id, new Drawn(Draw.key(seed, id), rows));
    }
    return world.built();
  }

  private static void insurer(WorldBuilder world) {
    world.party(PartyKind.INSURER, "hq", null, "示例财险总公司");
    world.member("liu.min", "protection-officer");
    world.member("chen.wei", "approver");
    world.gives("statutory-report", Columns.REPORT, Map.of(), 1);
    world.holds(policy -> true);
    world.party(PartyKind.DEPARTMENT, "dp-renewal", "hq", "续保部");
    world.gives("renewal-service", Columns.RENEWAL, Map.of(MOBILE, Form.PLAIN), 1);
    world.holds(policy -> true);
    world.party(PartyKind.DEPARTMENT, "dp-claims", "hq", "理赔部");
    world.gives("claims", Columns.CLAIMS, Map.of(), 1);
    world.holds(policy -> policy.cover().kind().contains("商业险"));
    world.party(PartyKind.DEPARTMENT, "dp-service", "hq", "客户服务部");
    world.gives("renewal-service", Columns.RENEWAL, Map.of(MOBILE, Form.PLAIN), 1);
    world.holds(policy -> true);
  }

  private void branches(WorldBuilder world) {
    for (Region region : Region.values()) {
      String branch = numbered("br", 2, region.ordinal());
      world.party(PartyKind.BRANCH, branch, "hq", region.branch());
      world.gives("underwriting", Columns.UNDERWRITING, Map.of(), 2);
      world.holds(region::holds);
    }
    for (Region region : Region.values()) {
      for (int i = 0; i < AGENTS_PER_BRANCH; i++) {
        int which = i;
        int number = region.ordinal() * AGENTS_PER_BRANCH + i;
        String branch = numbered("br", 2, region.ordinal());
        world.party(
            PartyKind.AGENT, numbered("ag", 4, number), branch, AGENCIES.get(number) + "代理");
        world.gives("renewal-service", Columns.RENEWAL, Map.of(MOBILE, Form.PLAIN), 8);
        world.holds(policy -> region.holds(policy) && serves(which, policy));
      }
    }
  }

  /** Each owner has one agent of the region, some a second. */
  private boolean serves(int agent, Policy policy) {
    Draw draw = Draw.of(seed, policy.owner().identityNumber(), 0);
    int first = draw.below(AGENTS_PER_BRANCH);
    boolean two = draw.chance(HELD_BY_A_SECOND_AGENT);
    return agent == first || two && agent == (first + 1) % AGENTS_PER_BRANCH;
  }

  private void outside(WorldBuilder world) {
    world.party(PartyKind.VEHICLE_REGISTRY, "registry", null, "示例车辆登记所");
    world.gives("registration-check", Columns.REGISTRATION, Map.of(), 2);
    world.holds(sharing("registry", .3));
    world.party(PartyKind.INTERMEDIARY, "im-01", null, "远帆保险经纪");
    world.gives("renewal-service", Columns.RENEWAL, Map.of(MOBILE, Form.PLAIN), 4);
    world.holds(policy -> Region.CHENGDU.holds(policy) || Region.XIAN.holds(policy));
    world.party(PartyKind.PLATFORM, "pf-01", null, "车友互联平台");
    world.gives("renewal-service", Columns.REMINDER, Map.of(MOBILE, Form.MASKED), 2);
    world.holds(sharing("platform", .25));
    world.party(PartyKind.PROCESSOR, "pr-01", null, "云呼外包服务");
    world.gives("renewal-service", Columns.RENEWAL, Map.of(MOBILE, Form.PLAIN), 1);
    world.holds(policy -> true);
  }

  private Predicate<Policy> sharing(String party, double share) {
    return policy -> Draw.of(seed, party, policy.number()).chance(share);
  }

  private static WorldBuilder headquarters(PortfolioGenerator portfolio) {
    WorldBuilder world = new WorldBuilder(portfolio);
    world.party(PartyKind.INSURER, "hq", null, "示例财险总公司");
    world.member("liu.min", "protection-officer");
    world.member("chen.wei", "approver");
    world.party(PartyKind.BRANCH, "br-01", "hq", "成都分公司");
    return world;
  }

  private static String agent(WorldBuilder world, int index, int part) {
    String id = numbered("ag", 4, index);
    String name = AGENCIES.get(index % AGENCIES.size()) + (index + 1) + "代理";
    world.party(PartyKind.AGENT, id, "br-01", name);
    List<FieldClass> columns = Columns.RENEWAL;
    world.gives("renewal-service", columns, Map.of(MOBILE, Form.PLAIN), part);
    return id;
  }

  private static String numbered(String prefix, int digits, int index) {
    return String.format("%s-%0" + digits + "d", prefix, index + 1);
  }
}
