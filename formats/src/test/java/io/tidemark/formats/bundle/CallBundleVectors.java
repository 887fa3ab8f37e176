package io.tidemark.formats.bundle;

import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.Weighing;
import io.tidemark.evidence.CallBundle;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import io.tidemark.trace.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Writes {@code vectors/call-bundle} anew: the honest bundle, and one for each check that fails for
 * it alone. Each is signed with all of the insurer's keys.
 */
final class CallBundleVectors {
  private CallBundleVectors() {}

  /** The folder to write to. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder.resolve("good"));
    Files.createDirectories(folder.resolve("bad"));
    Files.writeString(folder.resolve("log.vkey"), SampleCallBundle.LOG.key().vkey() + "\n");
    Files.write(folder.resolve("good/honest.zip"), zip(sample -> {}));
    for (Map.Entry<String, Consumer<SampleCallBundle>> forgery : forgeries().entrySet()) {
      Files.write(folder.resolve("bad/" + forgery.getKey() + ".zip"), zip(forgery.getValue()));
    }
  }

  private static byte[] zip(Consumer<SampleCallBundle> forgery) {
    SampleCallBundle sample = new SampleCallBundle();
    forgery.accept(sample);
    return SampleCallBundle.zip(sample.content());
  }

  private static Map<String, Consumer<SampleCallBundle>> forgeries() {
    Map<String, Consumer<SampleCallBundle>> forgeries = new LinkedHashMap<>();
    forgeries.put("verdict", sample -> sample.weighing = surer(sample.weighing));
    forgeries.put(
        "campaigns", sample -> sample.campaign = SampleCallBundle.campaign(14, 30 / 365.0, 3));
    forgeries.put(
        "people",
        sample -> {
          BitSet fewer = SampleCallBundle.calledByAgent();
          fewer.clear(3);
          sample.weighing = SampleCallBundle.weighing(fewer);
        });
    forgeries.put(
        "recorded-before",
        sample ->
            sample.copy =
                new CallBundle.GivenCopy(
                    "ag-0001", "d-000000000000000a", SampleCallBundle.AGENTS, 4, sample.people));
    forgeries.put(
        "lists",
        sample ->
            sample.entries.put(
                SampleCallBundle.PLATFORMS,
                Entry.of("disclosure")
                    .line("disclosure", "d-000000000000000b")
                    .line("to", "pf-01")
                    .line("columns", "PLATE=PLAIN EXPIRY=MASKED")
                    .line("people", 9_000)
                    .build()));
    forgeries.put("reports", sample -> sample.opened = OptionalLong.empty());
    forgeries.put(
        "inquiry",
        sample ->
            sample.entries.put(
                SampleCallBundle.INQUIRY,
                Entry.of("inquiry")
                    .line("case", "c-0123456789abcdef")
                    .line("attempt", 1)
                    .line("material", Digest.sha256("other"))
                    .line("calls", 20)
                    .build()));
    forgeries.put(
        "case",
        sample ->
            sample.entries.put(
                SampleCallBundle.ATTRIBUTION,
                Entry.of("call-attribution")
                    .line("case", "c-0123456789abcdef")
                    .line("attempt", 1)
                    .line("campaigns", 1)
                    .line("result", Digest.sha256("other"))
                    .line("verdict", "probable")
                    .line("weighed", "ag-0001")
                    .build()));
    return forgeries;
  }

  /** The same in the last bit more than what comes of it. */
  private static Weighing surer(Weighing honest) {
    List<CallAttribution.Candidate> all = honest.attribution().candidates();
    CallAttribution.Candidate first = all.get(0);
    CallAttribution.Candidate surer =
        new CallAttribution.Candidate(
            first.party(),
            Math.nextUp(first.posterior()),
            first.explained(),
            first.lacking(),
            first.late(),
            first.disclosure());
    return new Weighing(
        honest.called(),
        honest.hands(),
        honest.custody(),
        honest.parties(),
        new CallAttribution(
            Verdict.PROBABLE,
            List.of(surer, all.get(1)),
            List.of(surer),
            honest.attribution().outside(),
            Optional.empty()));
  }
}
