package io.tidemark.bench.custody;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.EXPIRY;
import static io.tidemark.terms.FieldClass.MOBILE;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.NAME;
import static io.tidemark.terms.FieldClass.PLATE;

import io.tidemark.chainsim.chain.Chain;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An insurer whose renewal department may receive a million people at once. */
final class BulkWorld {
  static final String RECIPIENT = "dp-renewal";
  static final String PURPOSE = "renewal-service";

  private static final List<FieldClass> COLUMNS =
      List.of(NAME, MOBILE, PLATE, MODEL, ADDRESS, EXPIRY);
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final long MOST = 1_000_000;

  private BulkWorld() {}

  /** The columns of the release, as a command takes them. */
  static String columns() {
    return COLUMNS.stream().map(FieldClass::zh).collect(Collectors.joining(","));
  }

  /** Writes {@code chain.yaml}, {@code portfolio.csv} and {@code subjects.csv}. */
  static void write(Path folder, long seed, int rows) throws IOException {
    Files.writeString(folder.resolve("chain.yaml"), chain().yaml());
    PortfolioGenerator portfolio = new PortfolioGenerator(seed, rows, Untidiness.asExported());
    PortfolioFile.write(
        folder.resolve("portfolio.csv"),
        PortfolioFile.GB18030,
        PortfolioGenerator.COLUMNS,
        portfolio.rows().limit(rows));
    PortfolioFile.write(
        folder.resolve("subjects.csv"),
        StandardCharsets.UTF_8,
        List.of("保单号"),
        portfolio.rows().limit(rows).map(row -> List.of(row.get(POLICY_NUMBER))));
  }

  private static Chain chain() {
    List<Party> parties =
        List.of(
            new Party("hq", PartyKind.INSURER, Optional.empty(), "示例财险总公司"),
            new Party(RECIPIENT, PartyKind.DEPARTMENT, Optional.of("hq"), "续保部"));
    List<Chain.Member> people =
        List.of(
            new Chain.Member("liu.min", "hq", List.of("protection-officer")),
            new Chain.Member("chen.wei", "hq", List.of("approver")));
    Chain.Grant grant =
        new Chain.Grant(
            RECIPIENT,
            PURPOSE,
            COLUMNS,
            Map.of(),
            MOST,
            LocalDate.now().plusYears(1),
            List.of("liu.min", "chen.wei"));
    return new Chain(parties, people, List.of(grant));
  }
}
