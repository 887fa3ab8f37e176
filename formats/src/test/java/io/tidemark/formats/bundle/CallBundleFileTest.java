package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CallVerification;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.Check;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import io.tidemark.trace.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bundles about calls: the honest one verifies, and whatever a dishonest insurer signs with its own
 * keys is refused by the check that it is about.
 */
final class CallBundleFileTest {
  private static final byte[] ZIP = SampleCallBundle.zip(new SampleCallBundle().content());

  private static List<Check> checks(byte[] zip) throws BadPart {
    CallBundleFile.Read read = CallBundleFile.read(zip);
    List<Check> checks = new ArrayList<>(List.of(read.manifest()));
    checks.addAll(
        new CallVerification(
                read.content().bundle(),
                Optional.of(SampleCallBundle.LOG.key()),
                Optional.of(List.of(new Material("my-name.csv", Digest.sha256("reports")))))
            .run());
    return checks;
  }

  private static Set<String> failed(byte[] zip) throws BadPart {
    Set<String> failed = new LinkedHashSet<>();
    checks(zip).stream()
        .filter(check -> check.needed() && !check.ok())
        .forEach(check -> failed.add(check.name()));
    return failed;
  }

  private static Set<String> forged(Consumer<SampleCallBundle> forgery) throws BadPart {
    SampleCallBundle sample = new SampleCallBundle();
    forgery.accept(sample);
    return failed(SampleCallBundle.zip(sample.content()));
  }

  @Test
  void theHonestBundleVerifiesAndNamesNobodyWhoWasCalled(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("calls.zip"), ZIP);
    assertThat(CallBundleFile.recognises(file)).isTrue();
    CallBundleFile.Read read = CallBundleFile.read(file);
    CallCase found = read.content().bundle().file();
    assertThat(found.probable()).containsExactly("ag-0001");
    assertThat(SampleCallBundle.zip(read.content())).isEqualTo(ZIP);
    assertThat(failed(ZIP)).isEmpty();
    assertThat(checks(ZIP))
        .extracting(Check::name)
        .containsExactly(
            "manifest",
            "key",
            "ledger",
            "suite",
            "anchored",
            "case",
            "inquiry",
            "reports",
            "material",
            "campaigns",
            "lists",
            "every-list",
            "recorded-before",
            "people",
            "verdict");
    Path leak = Files.write(folder.resolve("leak.zip"), SampleBundle.zip(SampleBundle.content()));
    assertThat(CallBundleFile.recognises(leak)).isFalse();
    assertThatThrownBy(() -> BundleFile.read(file)).isInstanceOf(BadBundle.class);
    assertThatThrownBy(() -> CallBundleFile.read(leak)).isInstanceOf(BadBundle.class);
  }

  /** One bit of every file inside, and of every kind of the ZIP's own bytes. */
  @Test
  void aBitThatIsTurnedAnywhereIsRefused() throws Exception {
    Map<String, byte[]> files = Archive.read(ZIP);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      int length = file.getValue().length;
      for (int at : new int[] {0, length / 3, length / 2, length - 1}) {
        if (length > 0) {
          Map<String, byte[]> turned = new LinkedHashMap<>(files);
          byte[] bytes = file.getValue().clone();
          bytes[at] ^= 1;
          turned.put(file.getKey(), bytes);
          assertRefused(SampleBundle.zip(turned), file.getKey() + " byte " + at);
        }
      }
    }
    for (int at = 0; at < 200; at++) {
      byte[] head = ZIP.clone();
      head[at] ^= 4;
      assertRefused(head, "byte " + at);
      byte[] tail = ZIP.clone();
      tail[ZIP.length - 1 - at] ^= 4;
      assertRefused(tail, "byte " + at + " from the end");
    }
  }

  private static void assertRefused(byte[] zip, String where) {
    try {
      assertThat(failed(zip)).as(where).isNotEmpty();
    } catch (BadPart e) {
      assertThat(e.getMessage()).as(where).isNotBlank();
    }
  }

  @Test
  void aVerdictThatDoesNotFollowFromTheListsIsRefused() throws Exception {
    assertThat(
            forged(
                sample -> {
                  Weighing honest = sample.weighing;
                  CallAttribution.Candidate first = honest.attribution().candidates().get(0);
                  CallAttribution.Candidate other =
                      new CallAttribution.Candidate(
                          first.party(),
                          Math.nextDown(first.posterior()),
                          first.explained(),
                          first.lacking(),
                          first.late(),
                          first.disclosure());
                  sample.weighing =
                      new Weighing(
                          honest.called(),
                          honest.hands(),
                          honest.custody(),
                          honest.parties(),
                          new CallAttribution(
                              Verdict.PROBABLE,
                              List.of(other, honest.attribution().candidates().get(1)),
                              List.of(other),
                              honest.attribution().outside(),
                              Optional.empty()));
                }))
        .containsExactly("verdict");
  }

  @Test
  void aListThatIsSaidToBeShorterLaterOrOfAnotherIsRefused() throws Exception {
    Consumer<SampleCallBundle> shorter =
        sample -> {
          Hand agent = sample.weighing.hands().get(0);
          Hand platform = sample.weighing.hands().get(1);
          Hand.Given list = platform.lists().get(0);
          sample.weighing =
              Weighing.of(
                  sample.weighing.called(),
                  List.of(
                      agent,
                      new Hand(
                          "pf-01",
                          9_000,
                          List.of(
                              new Hand.Given(
                                  list.id(), list.entry(), 8_999, list.called(), list.shown())))),
                  10_000,
                  30);
        };
    assertThat(forged(shorter)).containsExactly("lists");
    assertThat(
            forged(
                sample ->
                    sample.entries.put(
                        SampleCallBundle.PLATFORMS,
                        Entry.of("disclosure")
                            .line("disclosure", "d-000000000000000b")
                            .line("to", "pf-02")
                            .line("columns", "PLATE=PLAIN EXPIRY=PLAIN")
                            .line("people", 9_000)
                            .build())))
        .containsExactly("lists");
    assertThat(
            forged(
                sample ->
                    sample.entries.put(
                        SampleCallBundle.PLATFORMS,
                        Entry.of("disclosure")
                            .line("disclosure", "d-000000000000000b")
                            .line("to", "pf-01")
                            .line("columns", "PLATE=PLAIN EXPIRY=MASKED")
                            .line("people", 9_000)
                            .build())))
        .containsExactly("lists");
  }

  /** Somebody who was called is left out of the accused's list, or put into it. */
  @Test
  void whoOfTheCalledIsInTheAccusedsListIsComputed() throws Exception {
    assertThat(
            forged(
                sample -> {
                  BitSet fewer = SampleCallBundle.calledByAgent();
                  fewer.clear(3);
                  sample.weighing = SampleCallBundle.weighing(fewer);
                }))
        .containsExactly("people");
    assertThat(
            forged(
                sample ->
                    sample.copy =
                        new CallBundle.GivenCopy(
                            "ag-0001",
                            "d-000000000000000a",
                            SampleCallBundle.AGENTS,
                            SampleCallBundle.AGENTS_RELEASE,
                            SampleCallBundle.people(39))))
        .containsExactly("people");
  }

  @Test
  void aCopyThatLeftBeforeItWasRecordedOrWithoutReleaseIsRefused() throws Exception {
    for (long release : new long[] {-1, 0, SampleCallBundle.AGENTS, 4, 99}) {
      assertThat(
              forged(
                  sample ->
                      sample.copy =
                          new CallBundle.GivenCopy(
                              "ag-0001",
                              "d-000000000000000a",
                              SampleCallBundle.AGENTS,
                              release,
                              sample.people)))
          .as("release %s", release)
          .containsExactly("recorded-before");
    }
  }

  @Test
  void aChanceThatDoesNotFollowOrIsNoNewsIsRefused() throws Exception {
    Campaign honest = new SampleCallBundle().campaign;
    assertThat(
            forged(
                sample ->
                    sample.campaign =
                        SampleCallBundle.campaign(
                            14, 30 / 365.0, 12, Math.nextUp(honest.logChance()))))
        .containsExactly("campaigns");
    assertThat(forged(sample -> sample.campaign = SampleCallBundle.campaign(14, 30 / 365.0, 3)))
        .containsExactly("campaigns");
    assertThat(forged(sample -> sample.campaign = SampleCallBundle.campaign(13, 30 / 365.0, 12)))
        .containsExactly("campaigns");
  }

  @Test
  void aCaseThatAnswersAnotherInquiryOrOtherReportsIsRefused() throws Exception {
    assertThat(
            forged(
                sample ->
                    sample.entries.put(
                        SampleCallBundle.INQUIRY,
                        Entry.of("inquiry")
                            .line("case", "c-0123456789abcdef")
                            .line("attempt", 1)
                            .line("material", Digest.sha256("other"))
                            .line("calls", 20)
                            .build())))
        .containsExactly("inquiry");
    assertThat(
            forged(
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
                            .build())))
        .containsExactly("case");
    assertThat(forged(sample -> sample.opened = OptionalLong.empty())).containsExactly("reports");
    assertThat(
            forged(
                sample ->
                    sample.entries.put(
                        SampleCallBundle.OPENED,
                        Entry.of("call-reports-opened")
                            .line("material", Digest.sha256("other"))
                            .build())))
        .containsExactly("reports");
    assertThat(
            forged(
                sample ->
                    sample.material =
                        List.of(
                            new Material("other.csv", Digest.sha256("other")),
                            new Material(CallCase.KEPT_REPORTS, Digest.sha256("kept")))))
        .containsExactly("material");
  }
}
