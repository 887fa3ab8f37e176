package io.tidemark.authorise;

import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import java.util.List;

/**
 * What somebody asks for.
 *
 * @param actor who asks: a person's id, or {@link Actor#OPERATOR}
 * @param to the party that would receive
 * @param purpose what for
 * @param columns the fields, in the order of the list
 * @param people how many people the list has
 * @param channel how it would leave
 */
public record Ask(
    String actor,
    String to,
    String purpose,
    List<FieldClass> columns,
    int people,
    Channel channel) {
  /** Copies the list. */
  public Ask {
    columns = List.copyOf(columns);
  }

  /** What would leave as a file. */
  public Ask(String actor, String to, String purpose, List<FieldClass> columns, int people) {
    this(actor, to, purpose, columns, people, Channel.FILE);
  }
}
