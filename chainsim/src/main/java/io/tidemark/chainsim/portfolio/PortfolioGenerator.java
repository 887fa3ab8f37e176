package io.tidemark.chainsim.portfolio;

import io.tidemark.chainsim.portfolio.Policy.Owner;
import io.tidemark.classify.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A portfolio of invented people. What is drawn for a person depends on the seed and the person's
 * number only: a portfolio of a million begins with the portfolio of a thousand, and rows may be
 * made in any order or in parallel. Memory does not grow with {@code people}. Immutable,
 * thread-safe.
 */
public final class PortfolioGenerator {
  /** The headings, in the order of every row. */
  public static final List<String> COLUMNS =
      List.of(
          "姓名", "证件号码", "手机号", "车牌号", "车架号", "发动机号", "厂牌型号", "初登日期", "保单号", "险种", "起保日期", "终保日期",
          "保费", "地址", "业务员", "备注", "代理机构");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int POLICIES_AT_MOST = 4;
  private static final double SEVERAL = .036;
  private static final double HOUSEHOLD_GOES_ON = .08;
  private static final double SAME_DIVISION = .8;
  private static final double REMARKED = .84;
  private static final List<String> REMARKS =
      WordList.lines(PortfolioGenerator.class, "remarks.txt");
  private static final String[] MOBILE_HEADS =
      ("130 131 132 133 134 135 136 137 138 139 145 147 150 151 152 153 155 156 157 158 159 165 166"
              + " 167 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 193 195"
              + " 198 199")
          .split(" ");
  private static final long MOBILES_PER_HEAD = 100_000_000L;

  private final long seed;
  private final long people;
  private final double repeatedRow;
  private final IdentityNumbers identityNumbers;
  private final Shuffled mobiles;
  private final Homes homes;
  private final Cars cars;
  private final Covers covers;
  private final Agencies agencies;
  private final UntidyExport export;

  /**
   * @param seed decides everything
   * @param people how many people; there are about 5 % more rows
   * @param untidiness how often the rows are untidy; never changes the true policies
   */
  public PortfolioGenerator(long seed, long people, Untidiness untidiness) {
    if (people < 1) {
      throw new IllegalArgumentException("at least one person, not " + people);
    }
    this.seed = seed;
    this.people = people;
    this.repeatedRow = untidiness.repeatedRow();
    this.identityNumbers = new IdentityNumbers(seed);
    this.mobiles = new Shuffled(Draw.key(seed, "mobile"), MOBILE_HEADS.length * MOBILES_PER_HEAD);
    this.homes = new Homes(seed);
    this.cars = new Cars(seed, TODAY);
    this.covers = new Covers(seed, TODAY);
    this.agencies = new Agencies(seed);
    this.export = new UntidyExport(seed, untidiness);
  }

  /** How many people it holds. */
  public long people() {
    return people;
  }

  /** All rows as exported, the repeated ones among them; 17 columns each. */
  public Stream<List<String>> rows() {
    return LongStream.range(0, people).boxed().flatMap(person -> rowsOf(person).stream());
  }

  /** All policies as they truly are, each once. */
  public Stream<Policy> policies() {
    return LongStream.range(0, people).boxed().flatMap(person -> policiesOf(person).stream());
  }

  /** This policy as exported. */
  public List<String> row(Policy policy) {
    return export.row(policy);
  }

  /** What this person has insured: one policy or several, the first of them always there. */
  public List<Policy> policiesOf(long person) {
    Draw draw = Draw.of(seed, "person", person);
    Home home = homes.of(household(person));
    Place origin = draw.chance(SAME_DIVISION) ? home.district() : homes.elsewhere(draw);
    Owner owner = owner(person, origin, draw);
    List<Policy> policies = new ArrayList<>();
    do {
      policies.add(policy(person * POLICIES_AT_MOST + policies.size(), owner, home));
    } while (policies.size() < POLICIES_AT_MOST && draw.chance(SEVERAL));
    return policies;
  }

  private List<List<String>> rowsOf(long person) {
    List<List<String>> rows = new ArrayList<>();
    for (Policy policy : policiesOf(person)) {
      rows.add(export.row(policy));
    }
    Draw draw = Draw.of(seed, "repeated row", person);
    if (person > 0 && draw.chance(repeatedRow)) {
      rows.add(export.row(policiesOf(draw.below(person)).get(0)));
    }
    return rows;
  }

  private Owner owner(long person, Place origin, Draw draw) {
    String identityNumber = identityNumbers.of(person, origin.code());
    String name = Names.drawn(draw, IdentityNumbers.male(identityNumber));
    long place = mobiles.at(person);
    String tail = String.valueOf(MOBILES_PER_HEAD + place % MOBILES_PER_HEAD).substring(1);
    return new Owner(name, identityNumber, MOBILE_HEADS[(int) (place / MOBILES_PER_HEAD)] + tail);
  }

  private Policy policy(long number, Owner owner, Home home) {
    Draw draw = Draw.of(seed, "policy", number);
    return new Policy(
        number,
        owner,
        cars.of(number, home.district()),
        covers.of(number),
        home,
        salesperson(home.district().province(), draw.below(6)),
        draw.chance(REMARKED) ? draw.of(REMARKS) : "",
        agencies.of(number, home.district()));
  }

  /** A few sell in each province. */
  private String salesperson(String province, int which) {
    Draw draw = Draw.of(seed, "salesperson " + province, which);
    return Names.drawn(draw, draw.chance(.5));
  }

  /** Households are neighbours in the order of people; the first of them names it. */
  private long household(long person) {
    long first = person;
    while (first > 0 && Draw.of(seed, "household", first).chance(HOUSEHOLD_GOES_ON)) {
      first--;
    }
    return first;
  }
}
