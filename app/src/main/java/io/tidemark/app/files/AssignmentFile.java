package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Person;
import io.tidemark.custody.members.Assigning;
import io.tidemark.custody.members.BooksAssigned.Owner;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Names;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A file that says in whose book policies are, or who handles which claim. One wrong name and
 * nothing of it counts.
 *
 * @param file the file
 * @param headings what its headings mean
 * @param chain the people and parties that it may name
 */
public record AssignmentFile(Path file, KnownHeadings headings, Chain chain) {
  private static final List<String> OWNER = List.of("归属", "owner");
  private static final List<String> CLAIM = List.of("赔案号", "claim");
  private static final List<String> HANDLER = List.of("经办人", "handler");

  /** Reads policies and their owners: a person, or a party. */
  public void books(Assigning assigning) {
    read(
        table -> {
          int owner = column(table, OWNER);
          return row -> assigning.book(policy(table, row), owner(row, row.cells().get(owner)));
        });
  }

  /** Reads claims, their policies and their handlers. */
  public void claims(Assigning assigning) {
    read(
        table -> {
          int claim = column(table, CLAIM);
          int handler = column(table, HANDLER);
          return row -> {
            Person person = person(row, row.cells().get(handler));
            assigning.claim(row.cells().get(claim), policy(table, row), person.id());
          };
        });
  }

  /** What is done with the rows of a table of these headings. */
  private interface Reading {
    Consumer<Row> of(Table table);
  }

  private void read(Reading reading) {
    try (Table table = new Tables(headings.headings(), Limits.USUAL).readTable(file)) {
      Consumer<Row> each = reading.of(table);
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (!(line.get() instanceof Row row)) {
          throw Stop.unreadable(
              new Words(
                  file + "：有读不出的行，未作分配", file + ": a line cannot be read, nothing is assigned"));
        }
        each.accept(row);
      }
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    } catch (IOException e) {
      throw Stop.unreadable(new Words("无法读取 " + file, "cannot read " + file));
    }
  }

  private int column(Table table, List<String> names) {
    return IntStream.range(0, table.headings().size())
        .filter(
            i -> names.contains(table.headings().get(i).text().strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> missing(names.get(0), names.get(1)));
  }

  private String policy(Table table, Row row) {
    int column =
        table
            .column(FieldClass.POLICY_NUMBER)
            .orElseThrow(() -> missing(FieldClass.POLICY_NUMBER.zh(), "policy number"));
    return row.cells().get(column);
  }

  private Stop missing(String zh, String en) {
    return Stop.unreadable(
        new Words(
            file + " 第 1 行：缺少表头 " + zh,
            file + " line 1: the heading " + zh + " (" + en + ") is missing"));
  }

  private Owner owner(Row row, String id) {
    if (chain.person(id.strip()).isPresent()) {
      Person person = person(row, id);
      return new Owner(person.party(), Optional.of(person.id()));
    }
    return chain
        .party(id.strip())
        .map(party -> new Owner(party.id(), Optional.empty()))
        .orElseThrow(() -> unknown(row, id));
  }

  private Person person(Row row, String id) {
    return chain.person(id.strip()).orElseThrow(() -> unknown(row, id));
  }

  private Stop unknown(Row row, String id) {
    String name = Names.readable(id.strip());
    return Stop.unreadable(
        new Words(
            file + " 第 " + row.line() + " 行：没有登记 " + name + "，未作分配",
            file + " line " + row.line() + ": the chain has no " + name + ", nothing is assigned"));
  }
}
