package io.tidemark.store.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Enrolled;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.approval.Delegation;
import io.tidemark.authorise.approval.DelegationMade;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server must read again is told by the database, and nothing else is. */
@Timeout(120)
class RulesVersionTest {
  private static Home home;

  @BeforeAll
  static void lay(@TempDir Path folder) throws Exception {
    home = Home.create(folder.resolve("home"), NewHome.usual(), System.getenv());
  }

  @AfterAll
  static void leave() {
    home.close();
  }

  private static long grownBy(Journal.Consequence consequence) {
    long before = home.rulesVersion().now();
    home.journal().record(Entry.of("test").line("what", "a change").build(), consequence);
    return home.rulesVersion().now() - before;
  }

  @Test
  void whateverDecidesCountsAndNothingElse() {
    Party party = new Party("hq", PartyKind.INSURER, Optional.empty(), "示例财险");
    Person person = new Person("liu.min", "hq", Set.of(Duty.APPROVER));
    assertThat(grownBy(new ChainChanged(List.of(party), List.of(person), List.of(), "chain")))
        .isPositive();
    assertThat(grownBy(new Enrolled("liu.min", new byte[32], Optional.empty()))).isPositive();
    assertThat(
            grownBy(
                new DelegationMade(
                    new Delegation("liu.min", "chen.wei", LocalDate.MAX, Instant.EPOCH))))
        .isPositive();
    assertThat(grownBy(new Journal.Nothing())).isZero();
  }
}
