package io.tidemark.bench.authority;

import io.tidemark.bench.peer.PeerTable;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent with a thousand customers of its own, and a grant for them: the phone masked. */
final class ListWorld {
  static final String AGENT = "ag-0001";
  static final String PURPOSE = "renewal-service";
  static final int PEOPLE = 1_000;

  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");

  /** The agent's customers: each policy once. */
  private final List<List<String>> own;

  private ListWorld(List<List<String>> own) {
    this.own = own;
  }

  /** Writes {@code chain.yaml}, {@code portfolio.csv} and {@code book.csv}. */
  static ListWorld write(Path folder, long seed, int rows) throws IOException {
    Files.writeString(
        folder.resolve("chain.yaml"),
        """
        parties:
          - {id: hq, kind: insurer, name: 示例财险总公司}
          - {id: ag-0001, kind: agent, parent: hq, name: 锦程代理}
        people:
          - {id: liu.min, party: hq, duties: [protection-officer]}
          - {id: chen.wei, party: hq, duties: [approver]}
        grants:
          - to: ag-0001
            purpose: renewal-service
            columns: [%s]
            people_at_most: %d
            until: %s
            approved_by: [liu.min, chen.wei]
        """
            .formatted(String.join(", ", PeerTable.COLUMNS), PEOPLE, LocalDate.now().plusYears(1)));
    PortfolioGenerator portfolio = new PortfolioGenerator(seed, rows, Untidiness.asExported());
    Map<String, List<String>> byPolicy = new LinkedHashMap<>();
    List<List<String>> all = new ArrayList<>();
    portfolio
        .rows()
        .limit(rows)
        .forEach(
            row -> {
              all.add(row);
              byPolicy.put(row.get(POLICY_NUMBER), row);
            });
    List<List<String>> own = byPolicy.values().stream().limit(PEOPLE).toList();
    PortfolioFile.write(
        folder.resolve("portfolio.csv"),
        PortfolioFile.GB18030,
        PortfolioGenerator.COLUMNS,
        all.stream());
    PortfolioFile.write(
        folder.resolve("book.csv"),
        StandardCharsets.UTF_8,
        List.of("保单号"),
        own.stream().map(row -> List.of(row.get(POLICY_NUMBER))));
    return new ListWorld(own);
  }

  /** The portfolio's rows of the agent's customers. */
  List<List<String>> rows() {
    return own;
  }
}
