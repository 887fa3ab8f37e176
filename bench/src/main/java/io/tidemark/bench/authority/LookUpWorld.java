package io.tidemark.bench.authority;

import io.tidemark.bench.Shell;
import io.tidemark.bench.authority.LookUpLoad.Clerk;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.formats.settings.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An insurer whose clerks may look up without end; each customer is in the book of one of them.
 *
 * @param folder for the files
 * @param shell types the commands
 */
record LookUpWorld(Path folder, Shell shell) {
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final String PACE = "      per_hour: 60\n      per_day: 300\n      misses: 10\n";
  private static final String ENDLESS =
      "      per_hour: 100000000\n      per_day: 100000000\n      misses: 100000000\n";

  /** Founds it: so many clerks, so many customers; each clerk is invited to open an account. */
  List<Clerk> found(long seed, int clerks, int customers) throws IOException, BadSettings {
    String policy = PolicyFile.builtInFile().text();
    if (!policy.contains(PACE)) {
      throw new IllegalStateException("the built-in policy has another pace");
    }
    Path policyFile =
        Files.writeString(folder.resolve("policy.yaml"), policy.replace(PACE, ENDLESS));
    Path chain = Files.writeString(folder.resolve("chain.yaml"), chain(clerks));
    List<List<String>> rows =
        new PortfolioGenerator(seed, customers, Untidiness.none()).rows().limit(customers).toList();
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioFile.write(
        portfolio, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, rows.stream());
    Path books = folder.resolve("books.csv");
    PortfolioFile.write(
        books,
        StandardCharsets.UTF_8,
        List.of("保单号", "归属"),
        numbered(rows).stream().map(row -> List.of(row.get(0), id(book(row, clerks)))));
    shell.expect(
        List.of(0), "init", "--chain", chain.toString(), "--policy", policyFile.toString());
    shell.expect(List.of(0, 6), "deposit", portfolio.toString());
    shell.expect(List.of(0), "assign", "books", books.toString());
    List<Clerk> invited = new ArrayList<>();
    for (int clerk = 0; clerk < clerks; clerk++) {
      int own = clerk;
      String invitation =
          shell.expect(List.of(0), "people", "invite", id(clerk)).get("invitation").asString();
      invited.add(
          new Clerk(
              id(clerk),
              invitation,
              numbered(rows).stream()
                  .filter(row -> book(row, clerks) == own)
                  .map(row -> row.get(0))
                  .toList()));
    }
    return invited;
  }

  /** The policy numbers, each with its place. */
  private static List<List<String>> numbered(List<List<String>> rows) {
    List<List<String>> numbered = new ArrayList<>();
    for (List<String> row : rows) {
      numbered.add(List.of(row.get(POLICY_NUMBER), String.valueOf(numbered.size())));
    }
    return numbered;
  }

  private static int book(List<String> row, int clerks) {
    return Integer.parseInt(row.get(1)) % clerks;
  }

  private static String id(int clerk) {
    return "clerk-" + clerk;
  }

  private static String chain(int clerks) {
    StringBuilder yaml =
        new StringBuilder(
            """
            parties:
              - {id: hq, kind: insurer, name: 示例财险总公司}
            people:
            """);
    for (int clerk = 0; clerk < clerks; clerk++) {
      yaml.append("  - {id: ").append(id(clerk)).append(", party: hq, duties: [renewal-clerk]}\n");
    }
    return yaml.toString();
  }
}
