package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.database.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** In a PostgreSQL of one's own a person is erased too; its files are its operator's. */
final class ErasureOwnDatabaseTest {
  private static final int PEOPLE = 40;
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");

  @TempDir private Path folder = Path.of(".");

  @Test
  void aPersonIsErasedAndTheAnswerSaysWhoseTheFilesAre() throws Exception {
    Path server = Files.createDirectory(folder.resolve("server"));
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(server)) {
      String url =
          database.jdbcUrl() + "&user=" + database.user() + "&password=" + database.password();
      Desk desk = new Desk(folder.resolve("home"));
      Path chain = Files.writeString(folder.resolve("chain.yaml"), Homes.CHAIN);
      desk.json(0, "init", "--chain", chain.toString(), "--database", url);
      String credential = folder.resolve("liu.key").toString();
      desk.json(0, "people", "enrol", "liu.min", "--key-out", credential);
      List<List<String>> rows =
          new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().limit(PEOPLE).toList();
      Path portfolio = folder.resolve("portfolio.csv");
      PortfolioFile.write(
          portfolio, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, rows.stream());
      desk.json(0, "deposit", portfolio.toString());
      long before = people(url);

      String[] erase = {
        "erase",
        "--policy",
        "-",
        "--why",
        "asked for",
        "--as",
        "liu.min",
        "--credential",
        credential,
        "--json"
      };
      JsonNode erased = desk.given(rows.get(7).get(POLICY_NUMBER), erase).ends(0).json();
      assertThat(erased.get("people").asInt()).isEqualTo(1);
      assertThat(erased.get("shredded").asBoolean()).isFalse();
      assertThat(people(url)).isEqualTo(before - 1);
      JsonNode again = desk.json(0, "deposit", portfolio.toString());
      assertThat(again.get("accepted").asInt()).isZero();
      assertThat(people(url)).as("an old file brings nobody back").isEqualTo(before - 1);
      desk.json(0, "ledger", "fsck");
    }
  }

  private static long people(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet row = connection.createStatement().executeQuery("select count(*) from person")) {
      row.next();
      return row.getLong(1);
    }
  }
}
