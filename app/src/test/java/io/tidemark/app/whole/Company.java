package io.tidemark.app.whole;

import io.tidemark.chainsim.chain.SampleWorld;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The company of most tests: 60 parties, 600 invented people in custody, everybody's copy released,
 * all credentials enrolled. Made once; tests add to it and never take away. Its home is held open,
 * so that commands join a running database.
 */
final class Company {
  static final String AGENT = "ag-0001";
  private static @Nullable Company only;

  final Path folder;
  final Desk desk;
  final Home held;
  final JsonNode released;
  final String key;

  private Company() throws Exception {
    folder =
        Files.createTempDirectory(
            Path.of(System.getProperty("java.io.tmpdir")),
            "company-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SampleWorld.write(folder, 11, 600);
    desk = new Desk(folder.resolve("home"));
    key = desk.json(0, "init", "--chain", file("chain.yaml")).get("public_key").asString();
    held = Home.open(desk.home(), System.getenv());
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    desk.json(0, "deposit", file("portfolio.csv"));
    released = desk.json(0, "disclose", "--plan", file("plan.yaml")).get("disclosures");
    Files.writeString(
        folder.resolve("staff.yaml"),
        """
        people:
          - {id: wang.fang, party: br-01, duties: [staff]}
          - {id: zhao.lei, party: hq, duties: [approver]}
          - {id: sun.yue, party: hq, duties: [investigator]}
        """);
    desk.json(0, "chain", "apply", file("staff.yaml"));
    for (String person : List.of("liu.min", "chen.wei", "wang.fang", "zhao.lei", "sun.yue")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
  }

  /** The company, founded when it is first needed. */
  static synchronized Company get() {
    try {
      Company company = only == null ? new Company() : only;
      only = company;
      return company;
    } catch (Exception e) {
      throw new AssertionError("the company could not be founded", e);
    }
  }

  private void leave() {
    held.close();
    Folders.remove(folder);
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  String credential(String person) {
    return file(person + ".key");
  }

  /** What somebody types to act as this person. */
  String[] as(String person, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--credential", credential(person)));
    return args.toArray(String[]::new);
  }

  /** What was released to a party. */
  JsonNode releasedTo(String party) {
    for (JsonNode one : released) {
      if (one.get("party").asString().equals(party)) {
        return one;
      }
    }
    throw new AssertionError("nothing was released to " + party);
  }

  /** The rows of the copy of a party. */
  LeakedTable copy(String party) throws Exception {
    return read(Path.of(releasedTo(party).get("file").asString()));
  }

  /** The rows of a file. */
  static LeakedTable read(Path file) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = Tables.table(file)) {
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (line.get() instanceof Row row) {
          rows.add(row.cells());
        }
      }
      return new LeakedTable(table.headings().stream().map(Heading::text).toList(), rows);
    }
  }
}
