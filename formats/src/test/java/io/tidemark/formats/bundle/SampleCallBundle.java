package io.tidemark.formats.bundle;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claims;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.evidence.CallBundle;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.People;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.ledger.SignedNote;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bundle about calls over a real log, as an insurer with all its keys can make it: whatever case
 * and entries it likes, every signature, digest and proof in it is right.
 */
final class SampleCallBundle {
  static final byte[] MANIFEST_SEED = Digest.sha256("manifest").bytes();
  static final NoteSigner LOG =
      NoteSigner.log("log.example/tidemark", Digest.sha256("log").bytes());

  static final long AGENTS = 1;
  static final long AGENTS_RELEASE = 2;
  static final long PLATFORMS = 3;
  static final long OPENED = 5;
  static final long INQUIRY = 6;
  static final long ATTRIBUTION = 7;

  /** How many people the agent's list is about; the first are those who were called. */
  private static final int LISTED = 40;

  private static final int CALLED = 14;

  List<Material> material =
      List.of(
          new Material("reports.csv", Digest.sha256("reports")),
          new Material(CallCase.KEPT_REPORTS, Digest.sha256("kept")));
  OptionalLong opened = OptionalLong.of(OPENED);
  Weighing weighing = weighing(calledByAgent());
  Campaign campaign = campaign(CALLED, 30 / 365.0, 12);
  People people = people(LISTED);
  CallBundle.GivenCopy copy =
      new CallBundle.GivenCopy("ag-0001", "d-000000000000000a", AGENTS, AGENTS_RELEASE, people);
  final Map<Long, Entry> entries = new TreeMap<>();

  SampleCallBundle() {
    entries.put(
        0L,
        Entry.of("init")
            .line("suite", "international")
            .line("manifest-key", BundleFile.manifestKey(MANIFEST_SEED))
            .build());
    entries.put(
        AGENTS,
        disclosure("d-000000000000000a", "ag-0001", LISTED)
            .line("people-root", people.root())
            .build());
    entries.put(
        AGENTS_RELEASE, Entry.of("release").line("disclosure", "d-000000000000000a").build());
    entries.put(
        PLATFORMS,
        disclosure("d-000000000000000b", "pf-01", 9_000).line("people-root", "none").build());
    entries.put(4L, Entry.of("release").line("disclosure", "d-000000000000000b").build());
    entries.put(
        OPENED, Entry.of("call-reports-opened").line("material", Digest.sha256("kept")).build());
  }

  private static Entry.Builder disclosure(String id, String to, int people) {
    return Entry.of("disclosure")
        .line("disclosure", id)
        .line("to", to)
        .line("columns", "NAME=MASKED PLATE=PLAIN EXPIRY=PLAIN")
        .line("people", people);
  }

  /** The commitment to what is kept of a person. */
  static Digest record(int person) {
    return Digest.sha256("record " + person);
  }

  static People people(int many) {
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    for (int person = 0; person < many; person++) {
      leaves.writeBytes(new byte[16]);
      leaves.writeBytes(record(person).bytes());
    }
    return People.of(leaves.toByteArray());
  }

  static BitSet calledByAgent() {
    BitSet all = new BitSet();
    all.set(0, CALLED);
    return all;
  }

  static Weighing weighing(BitSet agents) {
    List<Called> called = new ArrayList<>();
    for (int i = 0; i < CALLED; i++) {
      called.add(
          new Called(
              INQUIRY,
              OptionalInt.of(10 + i),
              Optional.of(Set.of(FieldClass.PLATE)),
              List.of(record(i))));
    }
    BitSet one = new BitSet();
    one.set(1);
    Set<FieldClass> shown = Set.of(FieldClass.PLATE, FieldClass.EXPIRY);
    return Weighing.of(
        called,
        List.of(
            new Hand("ag-0001", LISTED, List.of(given("a", AGENTS, LISTED, agents, shown))),
            new Hand("pf-01", 9_000, List.of(given("b", PLATFORMS, 9_000, one, shown)))),
        10_000,
        30);
  }

  static Hand.Given given(String id, long entry, int people, BitSet called, Set<FieldClass> shown) {
    return new Hand.Given(new DisclosureId("d-000000000000000" + id), entry, people, called, shown);
  }

  static Campaign campaign(int calls, double share, int within) {
    Campaign bare = campaign(calls, share, within, 0);
    return campaign(calls, share, within, bare.logChanceAgain());
  }

  static Campaign campaign(int calls, double share, int within, double logChance) {
    return new Campaign(
        List.of(117_012_345_678L),
        calls,
        within,
        30,
        share,
        logChance,
        900,
        calls,
        20_000,
        20_030,
        List.of(0));
  }

  CallCase file() {
    Spread said = new Spread(Map.of(Claims.usual().named("registry").orElseThrow(), 4), 3);
    return new CallCase(
        "c-0123456789abcdef",
        1,
        material,
        opened,
        20,
        16,
        2,
        CALLED,
        List.of(new CallCase.Found(campaign, said, Optional.of(weighing))),
        Optional.of(weighing));
  }

  CallContent content() {
    CallCase file = file();
    Digest digest = Digest.sha256(new CallCaseJson().write(file));
    entries.putIfAbsent(
        INQUIRY,
        Entry.of("inquiry")
            .line("case", file.id())
            .line("attempt", 1)
            .line("material", CaseFile.Material.digest(file.material()))
            .line("calls", 20)
            .build());
    entries.putIfAbsent(
        ATTRIBUTION,
        Entry.of("call-attribution")
            .line("time", "2026-11-30T10:00:00Z")
            .line("case", file.id())
            .line("attempt", 1)
            .line("campaigns", 1)
            .line("result", digest)
            .line("verdict", weighing.attribution().verdict().id())
            .line("weighed", "ag-0001")
            .build());
    List<Entry> all = List.copyOf(entries.values());
    List<Digest> leaves = all.stream().map(entry -> Merkle.leaf(entry.bytes())).toList();
    RootBuilder root = new RootBuilder();
    leaves.forEach(root::add);
    SignedNote head = new Checkpoint(LOG.key().name(), leaves.size(), root.root()).signed(LOG);
    Map<Long, ProvedEntry> proved = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      LogProof proof = new LogProof(InclusionProof.of(leaves, i), head);
      proved.put((long) i, new ProvedEntry(all.get(i).bytes(), all.get(i), proof));
    }
    CallBundle bundle =
        new CallBundle(
            file,
            digest,
            List.of(copy),
            ATTRIBUTION,
            INQUIRY,
            new LedgerExtract(proved, head, LOG.key(), List.of(), List.of()));
    return new CallContent(bundle, text("<html></html>"), text("%PDF"));
  }

  static byte[] zip(CallContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CallBundleFile.write(bytes, content, MANIFEST_SEED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
