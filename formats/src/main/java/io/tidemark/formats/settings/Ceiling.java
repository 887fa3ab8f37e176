package io.tidemark.formats.settings;

import static java.util.stream.Collectors.joining;

import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.formats.condition.Columns;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.util.List;
import java.util.Optional;

/** Holds a grant, as it is written, against what the policy allows at most. */
record Ceiling(Section grant, Allowance allowance) {
  void check(Optional<Integer> people) {
    if (people.isPresent() && people.get() > allowance.people()) {
      grant
          .value("people_at_most")
          .ifPresent(
              value ->
                  value.fault(
                      people.get().toString(),
                      "超过制度的上限 " + allowance.people() + " 人",
                      "more than the policy's ceiling of " + allowance.people() + " people"));
    }
    grant
        .value("columns")
        .filter(Value::sequence)
        .map(Value::list)
        .orElse(List.of())
        .forEach(this::column);
    grant
        .value("forms")
        .filter(Value::mapping)
        .map(Value::entries)
        .orElse(List.of())
        .forEach(this::form);
    grant
        .value("channels")
        .filter(Value::sequence)
        .map(Value::list)
        .orElse(List.of())
        .forEach(this::channel);
  }

  private void column(Value value) {
    field(value)
        .filter(field -> allowance.ceiling(field).isEmpty())
        .ifPresent(
            field ->
                value.fault(
                    field.zh(),
                    "制度不允许为此目的提供给这类当事方",
                    "the policy does not allow this field for this purpose and kind of party"));
  }

  private void form(Value.Entry entry) {
    Optional<Form> ceiling = field(entry.name()).flatMap(allowance::ceiling);
    Optional<Form> form = entry.value().scalar().flatMap(Form::named);
    if (ceiling.isPresent() && form.isPresent() && form.get().compareTo(ceiling.get()) < 0) {
      entry
          .value()
          .fault(
              entry.value().key(),
              "形式 " + form.get().id() + " 超过制度的上限 " + ceiling.get().id(),
              "the form "
                  + form.get().id()
                  + " shows more than the policy's ceiling "
                  + ceiling.get().id());
    }
  }

  private void channel(Value value) {
    value
        .scalar()
        .flatMap(Channel::named)
        .filter(channel -> !allowance.allow(channel))
        .ifPresent(
            channel -> {
              String allowed =
                  allowance.channels().stream().map(Channel::id).sorted().collect(joining(", "));
              value.fault(
                  channel.id(),
                  "制度不允许为此目的以" + channel.words().zh() + "提供给这类当事方；可用：" + allowed,
                  "the policy does not let it leave "
                      + channel.words().en()
                      + " for this purpose and kind of party; it allows: "
                      + allowed
                      + ". Take the channel out, or let the policy allow it first");
            });
  }

  private static Optional<FieldClass> field(Value value) {
    return value.scalar().flatMap(Columns::named);
  }
}
