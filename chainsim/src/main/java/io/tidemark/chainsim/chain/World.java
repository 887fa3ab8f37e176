package io.tidemark.chainsim.chain;

import io.tidemark.chainsim.chain.Holding.Drawn;
import io.tidemark.chainsim.chain.Holding.Selected;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A portfolio, the chain around it, and what each party is to receive.
 *
 * @param portfolio whose policies they are
 * @param chain the parties, people and grants
 * @param holdings by the name of the subjects file
 * @param plan the releases
 */
public record World(
    PortfolioGenerator portfolio, Chain chain, Map<String, Holding> holdings, List<Release> plan) {

  /**
   * Writes {@code portfolio.csv} (GB 18030), {@code chain.yaml}, {@code plan.yaml} and {@code
   * subjects/*.csv} into {@code folder}, which is made when it is missing. Files that are there are
   * overwritten.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    PortfolioFile.write(
        folder.resolve("portfolio.csv"),
        PortfolioFile.GB18030,
        PortfolioGenerator.COLUMNS,
        portfolio.rows());
    writeChain(folder);
  }

  /** Writes all but the portfolio. */
  public void writeChain(Path folder) throws IOException {
    Path subjects = Files.createDirectories(folder.resolve("subjects"));
    Files.writeString(folder.resolve("chain.yaml"), chain.yaml());
    Files.writeString(
        folder.resolve("plan.yaml"),
        plan.stream().map(Release::yaml).collect(Collectors.joining()));
    writeSelected(subjects);
    for (Map.Entry<String, Holding> holding : holdings.entrySet()) {
      if (holding.getValue() instanceof Drawn drawn) {
        writeDrawn(subjects.resolve(holding.getKey() + ".csv"), drawn);
      }
    }
  }

  /** The policies that the list of this name holds; a pass over the portfolio. */
  public Stream<Policy> policies(String list) {
    Holding holding = holdings.get(list);
    if (holding instanceof Drawn drawn) {
      return drawn.policies(portfolio);
    }
    if (holding instanceof Selected selected) {
      return portfolio.policies().filter(selected.rule());
    }
    throw new IllegalArgumentException("no list called " + list);
  }

  /** One pass over the portfolio, however many lists there are. */
  private void writeSelected(Path subjects) throws IOException {
    try (SubjectsFiles files = new SubjectsFiles(subjects)) {
      for (Map.Entry<String, Holding> holding : holdings.entrySet()) {
        if (holding.getValue() instanceof Selected selected) {
          files.open(holding.getKey(), selected);
        }
      }
      if (!files.isEmpty()) {
        portfolio.policies().forEachOrdered(files::add);
      }
    }
  }

  private void writeDrawn(Path file, Drawn drawn) throws IOException {
    PortfolioFile.write(
        file,
        StandardCharsets.UTF_8,
        List.of(SubjectsFiles.HEADING),
        drawn.policies(portfolio).map(policy -> List.of(policy.cover().policyNumber())));
  }
}
