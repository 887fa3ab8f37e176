package io.tidemark.bench.authority;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Limits;
import io.tidemark.authorise.Usage;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A chain with 10,000 grants under the built-in policy, and asks for them. */
final class ManyGrants {
  /** How many grants there are. */
  static final int GRANTS = 10_000;

  private static final List<String> PURPOSES =
      List.of("underwriting", "claims", "renewal-service", "marketing");
  private static final List<FieldClass> COLUMNS =
      List.of(
          FieldClass.NAME,
          FieldClass.MOBILE,
          FieldClass.PLATE,
          FieldClass.MODEL,
          FieldClass.ADDRESS,
          FieldClass.EXPIRY);

  private ManyGrants() {}

  /**
   * Decides over grants that are spread over so many parties, four purposes each, or all to one.
   *
   * @param parties 2,500 for one grant for each purpose of each party; 1 for a party that has all
   */
  static Authority authority(int parties) {
    Map<String, Party> all = new LinkedHashMap<>();
    List<Grant> grants = new ArrayList<>(GRANTS);
    for (int i = 0; i < GRANTS; i++) {
      String to = party(i % parties);
      all.put(to, new Party(to, PartyKind.AGENT, Optional.empty(), to));
      String purpose = parties == 1 ? PURPOSES.get(2) : PURPOSES.get(i / parties);
      int people = parties == 1 ? i + 1 : 5_000;
      grants.add(
          new Grant(
              GrantId.random(),
              to,
              purpose,
              COLUMNS,
              Map.of(FieldClass.MOBILE, Form.PLAIN),
              people,
              LocalDate.of(2099, 12, 31),
              Limits.NONE,
              Actor.OPERATOR,
              Set.of("liu.min"),
              Set.of(),
              Grant.State.FOUNDING));
    }
    return new Authority(PolicyFile.builtIn(), new Chain(all, Map.of(), grants), Usage.NONE);
  }

  /** Asks of which seven in eight are permitted; the others are for too many people. */
  static Ask[] asks(int parties, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ask[] asks = new Ask[4_096];
    for (int i = 0; i < asks.length; i++) {
      String purpose = parties == 1 ? PURPOSES.get(2) : PURPOSES.get(random.nextInt(3));
      int people = random.nextInt(8) == 0 ? most + 1 : 1 + random.nextInt(most);
      asks[i] = new Ask(Actor.OPERATOR, party(random.nextInt(parties)), purpose, COLUMNS, people);
    }
    return asks;
  }

  private static String party(int number) {
    return "ag-" + number;
  }
}
