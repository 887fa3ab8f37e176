package io.tidemark.formats.settings;

import io.tidemark.authorise.Chain;
import io.tidemark.terms.Party;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that no party belongs, over its parents, to itself. */
final class Parents {
  private final Chain existing;
  private final Map<String, Party> changed;
  private final Set<String> checked = new HashSet<>();

  Parents(Chain existing, Map<String, Party> changed) {
    this.existing = existing;
    this.changed = changed;
  }

  void check(List<Section> parties) {
    for (Section party : parties) {
      party
          .value("parent")
          .ifPresent(
              parent ->
                  party
                      .value("id")
                      .flatMap(Value::text)
                      .filter(this::returns)
                      .ifPresent(
                          id -> parent.fault(id, "上级关系成环", "its parents lead back to itself")));
    }
  }

  /** Walks up once over each party, so that a long chain costs no more than its length. */
  private boolean returns(String id) {
    Set<String> path = new LinkedHashSet<>();
    Optional<String> at = Optional.of(id);
    while (at.isPresent() && !checked.contains(at.get()) && path.add(at.get())) {
      at = parent(at.get());
    }
    boolean cycle = at.isPresent() && !checked.contains(at.get());
    checked.addAll(path);
    return cycle;
  }

  private Optional<String> parent(String id) {
    return Optional.ofNullable(changed.get(id)).or(() -> existing.party(id)).flatMap(Party::parent);
  }
}
