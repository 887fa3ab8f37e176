package io.tidemark.authorise;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may look whom up, for which task, in which form, how often. Part of a {@link Policy}.
 * Immutable.
 *
 * @param tasks by id
 * @param rules of those that fit a person and a task the first counts
 */
public record LookUps(Map<String, Task> tasks, List<Rule> rules) {
  /** Nobody may look anybody up. */
  public static final LookUps NONE = new LookUps(Map.of(), List.of());

  /** Copies the collections and keeps their order. */
  public LookUps {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    rules = List.copyOf(rules);
  }

  /**
   * What a person looks somebody up for.
   *
   * @param purpose the purpose of the policy that it serves
   * @param reference whether the look-up must name a claim, a call or the like
   */
  public record Task(String id, Words words, String purpose, boolean reference) {}

  /**
   * What a duty may see for a task.
   *
   * @param forms the fields in the order of the view, each with its form; what is not listed is not
   *     shown
   * @param copy whether what is shown may be copied or downloaded
   */
  public record Rule(
      Duty duty, Task task, Scope scope, Map<FieldClass, Form> forms, boolean copy, Pace pace) {
    /** Copies the map and keeps its order. */
    public Rule {
      forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** The fields of which anything is shown, in their order. */
    public Map<FieldClass, Form> visible() {
      Map<FieldClass, Form> visible = new LinkedHashMap<>(forms);
      visible.values().removeIf(form -> form == Form.WITHHELD);
      return visible;
    }
  }
}
