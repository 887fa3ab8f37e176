package io.tidemark.formats.settings;

import io.tidemark.authorise.Chain;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The ids that a file may refer to: those of the chain and those that it declares itself, even
 * where the rest of a declaration is wrong, so that one mistake is not reported twice.
 */
final class Known {
  private final Chain existing;
  private final Set<String> parties = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  Known(Chain existing) {
    this.existing = existing;
  }

  void declareParty(Value id) {
    declare(id, parties);
  }

  void declarePerson(Value id) {
    declare(id, people);
  }

  private static void declare(Value id, Set<String> declared) {
    id.text()
        .filter(text -> !declared.add(text))
        .ifPresent(twice -> id.fault(twice, "这个编号写了两次", "this id is declared twice"));
  }

  /** The id of a known party. */
  Optional<String> party(Value value) {
    return value.named(
        id -> known(id, parties.contains(id) || existing.party(id).isPresent()), "当事方", "party");
  }

  /** The id of a known person. */
  Optional<String> person(Value value) {
    return value.named(
        id -> known(id, people.contains(id) || existing.person(id).isPresent()), "人员", "person");
  }

  private static Optional<String> known(String id, boolean known) {
    return known ? Optional.of(id) : Optional.empty();
  }
}
