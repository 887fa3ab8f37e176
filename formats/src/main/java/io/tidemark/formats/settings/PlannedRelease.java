package io.tidemark.formats.settings;

import io.tidemark.terms.FieldClass;
import io.tidemark.vault.select.Condition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One release of a plan. Just one of {@code where} and {@code subjects} is present.
 *
 * @param line where it stands in the plan, for messages
 * @param to the party, which the chain has
 * @param purpose which the policy has
 * @param columns the fields in the order of the copy
 * @param where which records are meant
 * @param subjects a file that lists them
 * @param out where the copy goes
 */
public record PlannedRelease(
    int line,
    String to,
    String purpose,
    List<FieldClass> columns,
    Optional<Condition> where,
    Optional<Path> subjects,
    Path out) {
  /** Copies the list. */
  public PlannedRelease {
    columns = List.copyOf(columns);
  }
}
