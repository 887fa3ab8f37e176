package io.tidemark.authorise;

import io.tidemark.authorise.Policy.Combination;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The grade of several kinds of information in one list: the gravest of each and of the
 * combinations that the list contains. More kinds never lower it; their order does not matter.
 *
 * @param grade of all of them together
 * @param alone the gravest of each alone
 * @param combinations those that the list contains and that raise at least one of their fields, the
 *     gravest first
 */
public record GradedSet(Grade grade, Grade alone, List<Combination> combinations) {
  /** Copies the list. */
  public GradedSet {
    combinations = List.copyOf(combinations);
  }

  /** The grade of these kinds under this policy. */
  public static GradedSet of(Policy policy, Set<Kind> kinds) {
    Set<FieldClass> fields =
        kinds.stream()
            .map(Kind::field)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    Grade alone =
        kinds.stream()
            .map(kind -> policy.rule(kind).grade())
            .reduce(Grade.GENERAL, (a, b) -> a.or(b));
    List<Combination> raising =
        policy.combinations().stream()
            .filter(combination -> fields.containsAll(combination.fields()))
            .filter(combination -> raises(policy, combination))
            .sorted(Comparator.comparing(Combination::grade).reversed())
            .toList();
    Grade together =
        raising.stream().map(Combination::grade).reduce(alone, (grade, more) -> grade.or(more));
    return new GradedSet(together, alone, raising);
  }

  private static boolean raises(Policy policy, Combination combination) {
    return combination.fields().stream()
        .map(field -> policy.rule(Kind.of(field)))
        .map(FieldRule::grade)
        .anyMatch(grade -> grade.compareTo(combination.grade()) < 0);
  }

  /** The gravest combination that raises this kind, where one does. */
  public Optional<Combination> raising(Kind kind, Grade own) {
    return combinations.stream()
        .filter(combination -> combination.grade().compareTo(own) > 0)
        .filter(combination -> kind.field().filter(combination.fields()::contains).isPresent())
        .findFirst();
  }

  /** The combinations that make the whole list graver than the gravest of its kinds. */
  public List<Combination> raisingAll() {
    return combinations.stream()
        .filter(combination -> combination.grade().compareTo(alone) > 0)
        .toList();
  }
}
