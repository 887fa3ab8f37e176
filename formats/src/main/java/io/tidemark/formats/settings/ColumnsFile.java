package io.tidemark.formats.settings;

import io.tidemark.authorise.Policy;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person confirmed about the columns of a database: the file that a scan proposed, looked at
 * and edited.
 *
 * @param database its address, without user and password
 * @param columns those of which something is said, in the order of the file
 */
public record ColumnsFile(String database, List<Column> columns) {
  /** The class of a column of which nobody knows what it holds; nothing is kept of it. */
  public static final String UNKNOWN = "未认出";

  /**
   * A column.
   *
   * @param table with its schema
   * @param name its name
   * @param kind what it holds; {@link Kind#NONE} for nothing about a person
   */
  public record Column(String table, String name, Kind kind) {}

  /** Copies the list. */
  public ColumnsFile {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a confirmed file. Classes may be edited; a grade belongs to its class and is set by the
   * policy, so one that differs is a mistake, as is a file that nobody confirmed and a column that
   * still says {@code look: true}.
   *
   * @throws BadSettings with every mistake
   */
  public static ColumnsFile read(SettingsFile file, Policy policy) throws BadSettings {
    Faults faults = new Faults(file.name());
    Section root =
        Section.of(PlainYaml.root(file, faults), "database", "proposed?", "confirmed", "tables");
    Optional<String> database = root.read("database", Value::text);
    root.value("confirmed").ifPresent(ColumnsFile::confirmed);
    List<Column> columns = new ArrayList<>();
    for (Value.Entry table : root.value("tables").map(Value::entries).orElse(List.of())) {
      Section section = Section.of(table.value(), "grade?", "columns");
      for (Value.Entry column : section.value("columns").map(Value::entries).orElse(List.of())) {
        kind(column.value(), policy)
            .ifPresent(
                kind -> columns.add(new Column(table.value().key(), column.value().key(), kind)));
      }
    }
    faults.check();
    return new ColumnsFile(database.orElseThrow(), columns);
  }

  private static void confirmed(Value value) {
    if (!value.flag().orElse(true)) {
      value.fault(
          "confirmed",
          "尚未核对：逐列看过之后，把 confirmed 改为 true",
          "not confirmed yet: look at every column, then set confirmed to true");
    }
  }

  private static Optional<Kind> kind(Value column, Policy policy) {
    Section section =
        Section.of(column, "class", "grade?", "together?", "confidence?", "by?", "look?");
    section
        .value("look")
        .filter(look -> look.flag().orElse(false))
        .ifPresent(
            look ->
                look.fault(
                    column.key(),
                    "这一列还标着 look: true：看过之后删去 look",
                    "this column still says look: true: look at it, then take `look` away"));
    Optional<Value> told = section.value("class");
    if (told.isEmpty() || told.get().scalar().equals(Optional.of(UNKNOWN))) {
      return Optional.empty();
    }
    Optional<Kind> kind =
        told.get()
            .named(
                Kinds.usual()::named,
                "类别；可用：" + Kinds.usual().chineseNames(),
                "class; there are: " + Kinds.usual().englishNames());
    Optional<Grade> grade = section.read("grade", PolicyReader::grade);
    if (kind.isPresent() && grade.isPresent()) {
      checkGrade(section, kind.get(), grade.get(), policy);
    }
    return kind;
  }

  private static void checkGrade(Section section, Kind kind, Grade grade, Policy policy) {
    Grade ruled = policy.rule(kind).grade();
    if (grade != ruled) {
      section
          .value("grade")
          .ifPresent(
              value ->
                  value.fault(
                      grade.id(),
                      "按现行制度，"
                          + kind.zh()
                          + "的级别是 "
                          + ruled.id()
                          + "；级别用 policy apply 改，这里写成一致或删去 grade",
                      "by the policy the grade of "
                          + kind.en()
                          + " is "
                          + ruled.id()
                          + "; grades are changed with policy apply: write the same here, or take `grade` away"));
    }
  }
}
