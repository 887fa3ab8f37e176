package io.tidemark.authorise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Policy.Combination;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a set of kinds weighs, under any policy. */
final class GradedSetTest {
  private static final List<String> OTHERS = List.of("健康信息", "银行卡号", "序号", "没有写的");

  @Property
  void moreKindsNeverLowerAGrade(
      @ForAll("policies") Policy policy,
      @ForAll("sets") Set<Kind> some,
      @ForAll("kind") Kind more) {
    Set<Kind> all = new HashSet<>(some);
    all.add(more);
    assertThat(GradedSet.of(policy, all).grade())
        .isGreaterThanOrEqualTo(GradedSet.of(policy, some).grade());
  }

  @Property
  void theGradeIsTheGravestOfTheKindsAndOfTheCombinationsThatAreContained(
      @ForAll("policies") Policy policy, @ForAll("sets") Set<Kind> kinds) {
    Grade expected = Grade.GENERAL;
    for (Kind kind : kinds) {
      expected = max(expected, policy.rule(kind).grade());
    }
    for (Combination combination : policy.combinations()) {
      boolean contained = combination.fields().stream().map(Kind::of).allMatch(kinds::contains);
      expected = contained ? max(expected, combination.grade()) : expected;
    }
    assertThat(GradedSet.of(policy, kinds).grade()).isEqualTo(expected);
  }

  private static Grade max(Grade a, Grade b) {
    return a.ordinal() > b.ordinal() ? a : b;
  }

  @Property
  void orderDoesNotMatter(
      @ForAll("policies") Policy policy, @ForAll("sets") Set<Kind> kinds, @ForAll long seed) {
    List<Kind> shuffled = new ArrayList<>(kinds);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(GradedSet.of(policy, new LinkedHashSet<>(shuffled)))
        .isEqualTo(GradedSet.of(policy, new LinkedHashSet<>(kinds)));
  }

  @Property
  void whatARequestIsJudgedByIsTheSameGrade(
      @ForAll("policies") Policy policy, @ForAll("sets") Set<Kind> kinds) {
    Set<FieldClass> fields =
        kinds.stream()
            .map(Kind::field)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    Set<Kind> kept = fields.stream().map(Kind::of).collect(Collectors.toUnmodifiableSet());
    assertThat(GradedSet.of(policy, kept).grade()).isEqualTo(policy.grade(fields));
  }

  @Property
  void aCombinationIsNamedJustWhereItRaisesOneOfItsFields(
      @ForAll("policies") Policy policy, @ForAll("sets") Set<Kind> kinds) {
    GradedSet set = GradedSet.of(policy, kinds);
    for (Combination combination : set.combinations()) {
      assertThat(combination.fields().stream().map(Kind::of)).allMatch(kinds::contains);
      assertThat(combination.fields().stream().map(Kind::of))
          .anyMatch(kind -> set.raising(kind, policy.rule(kind).grade()).isPresent());
    }
    assertThat(set.raisingAll().isEmpty()).isEqualTo(set.grade() == set.alone());
  }

  @Example
  void whatThePolicyDoesNotMentionIsNeverLight() {
    Policy policy = policy(Map.of(), List.of(), Grade.GENERAL);
    assertThat(policy.rule(Kind.other("没有写的", "unmentioned")).grade())
        .isEqualTo(Grade.SENSITIVE_HIGH);
    assertThat(policy.rule(Kind.NONE).grade()).isEqualTo(Grade.GENERAL);
    assertThat(GradedSet.of(policy, Set.of()).grade()).isEqualTo(Grade.GENERAL);
  }

  @Provide
  Arbitrary<Kind> kind() {
    return Arbitraries.oneOf(
        Arbitraries.of(FieldClass.values()).map(Kind::of),
        Arbitraries.of(OTHERS).map(name -> Kind.other(name, name)),
        Arbitraries.just(Kind.NONE));
  }

  @Provide
  Arbitrary<Set<Kind>> sets() {
    return kind().set().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Policy> policies() {
    Arbitrary<Grade> grade = Arbitraries.of(Grade.values());
    Arbitrary<Map<FieldClass, Grade>> fields =
        Arbitraries.maps(Arbitraries.of(FieldClass.values()), grade);
    Arbitrary<Combination> combination =
        Combinators.combine(
                Arbitraries.of(FieldClass.values()).set().ofMinSize(1).ofMaxSize(4), grade)
            .as(Combination::new);
    return Combinators.combine(fields, combination.list().ofMaxSize(6), grade)
        .as(GradedSetTest::policy);
  }

  private static Policy policy(
      Map<FieldClass, Grade> grades, List<Combination> combinations, Grade others) {
    Map<FieldClass, FieldRule> fields = new EnumMap<>(FieldClass.class);
    for (FieldClass field : FieldClass.values()) {
      fields.put(field, new FieldRule(grades.getOrDefault(field, Grade.GENERAL), "t"));
    }
    Map<String, FieldRule> kinds =
        Map.of("健康信息", new FieldRule(others, "t"), "序号", new FieldRule(Grade.GENERAL, "t"));
    return new Policy(
        "t",
        Digest.sha256("t"),
        fields,
        kinds,
        combinations,
        Map.of(),
        Map.of(),
        List.of(),
        new Policy.BreakGlass(Set.of()),
        List.of(),
        0,
        1e-6,
        LookUps.NONE,
        Naming.USUAL,
        NoticeTerms.USUAL,
        Retention.SILENT,
        AliasTerms.USUAL,
        ScreenTerms.USUAL);
  }
}
