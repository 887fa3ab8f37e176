package io.tidemark.authorise.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Person;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A system has no voice, whatever its duties are and whoever lent it one. */
final class VoicesTest {
  private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
  private static final LocalDate TOMORROW = China.day(NOW).plusDays(1);
  private static final Person CHEN = new Person("chen.wei", "hq", Set.of(Duty.APPROVER));

  private static Chain with(Person other) {
    return new Chain(Map.of(), Map.of(CHEN.id(), CHEN, other.id(), other), List.of());
  }

  private static Voices.Heard heard(Person member, Delegation... delegations) {
    return new Voices(with(member), List.of(delegations))
        .hear(Actor.of(member), Optional.empty(), "wang.fang", List.of(), person -> true, NOW);
  }

  @Test
  void aSystemIsNotHeardEvenWithTheDutyOfAnApprover() {
    Person human = new Person("zhao.lei", "hq", Set.of(Duty.APPROVER));
    assertThat(heard(human).voice()).isPresent();
    Person system = new Person("renewal-app", "hq", EnumSet.allOf(Duty.class));
    assertThat(heard(system).refusal().map(Refusal::rule)).contains("not-your-duty");
  }

  @Test
  void aSystemDoesNotSpeakForAnybody() {
    Person system = new Person("renewal-app", "hq", Set.of(Duty.SYSTEM, Duty.STAFF));
    Delegation lent = new Delegation(CHEN.id(), system.id(), TOMORROW, NOW);
    assertThat(heard(system, lent).refusal().map(Refusal::rule)).contains("not-your-duty");
    assertThat(
            Delegating.refusal(Actor.of(CHEN), system.id(), TOMORROW, with(system), NOW)
                .map(Refusal::rule))
        .contains("system-speaks");
  }
}
