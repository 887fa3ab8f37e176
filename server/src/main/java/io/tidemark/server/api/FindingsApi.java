package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Revealing;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Finders;
import io.tidemark.formats.scan.Ground;
import io.tidemark.formats.scan.Pictures;
import io.tidemark.formats.scan.Scan;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.formats.scan.SightingJson;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.China;
import io.tidemark.terms.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Personal information in a text or a file that somebody sends. */
@RestController
@Tag(name = "findings")
class FindingsApi {
  /** The most findings of one answer; what is beyond is counted. */
  static final int MOST = 10_000;

  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Patience PATIENCE = Patience.of(TIME);
  private static final PileLimits LIMITS =
      new PileLimits(4, 1_000, 64L << 20, 256L << 20, 200, 16L << 20, PATIENCE);
  private static final int MEMORY = 256;

  /** How long a picture waits for those of others. */
  private static final Duration TURN = Duration.ofSeconds(10);

  /** Scans at the same moment: one may unpack and parse a good deal. */
  private final Semaphore places = new Semaphore(2);

  private final Rules rules;
  private final Clock clock;
  private final Optional<Pictures> pictures;

  FindingsApi(Rules rules, Clock clock, ObjectProvider<Pictures> pictures) {
    this.rules = rules;
    this.clock = clock;
    this.pictures =
        Optional.ofNullable(pictures.getIfAvailable()).map(one -> new OnePicture(one, TURN));
  }

  /** What is searched, and how it is told. */
  @Schema(name = "FindingsAsked")
  record Asked(
      @Schema(description = "A text; or else a file.") @Nullable String text,
      @Schema(
              description =
                  "The bytes of a file in base64: a table, a document, an archive, a picture.")
          @Nullable String file,
      @Schema(description = "True to see values in full, which is recorded; needs why.")
          @Nullable Boolean reveal,
      @Schema(description = "Why values are seen in full.", maxLength = 500) @Nullable String why) {
    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** What could not be read. */
  @Schema(name = "FindingsSkipped")
  record Left(String path, String zh, String en) {}

  /** All of it. */
  @Schema(name = "FindingsAnswer")
  record Answer(
      @Schema(description = "As scan --json tells them: see docs/scan.md.")
          List<SightingJson> findings,
      @Schema(description = "How many findings more there are than an answer holds.") long more,
      List<Left> skipped,
      @Schema(description = "The entry that records that values are shown; null where none are.")
          @Nullable Long entry) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  @Operation(
      summary = "Find personal information in a text or a file",
      description =
          "Nothing of it is kept, and the answer is kept by nobody: the same Idempotency-Key again"
              + " is 409, answer-not-kept. Values are masked unless reveal is true; then the ledger"
              + " says who sees how many of which material and why, before any is shown. Pictures are"
              + " read one at a time: 503, too-many-pictures, when others take too long.")
  @PostMapping(path = Paths.FINDINGS, consumes = "application/json", produces = "application/json")
  ResponseEntity<Answer> find(SignedInPerson person, @RequestBody Asked asked) throws IOException {
    InForce now = rules.inForce(person.rules());
    now.unlessMay(person.actor(), Act.SCAN);
    byte[] material = material(asked);
    boolean inFull = Boolean.TRUE.equals(asked.reveal());
    String why = inFull ? OwnersApi.why(asked.why()) : "";
    Gathered gathered = gathered(now, material);
    Long entry = null;
    if (inFull && !gathered.sightings.isEmpty()) {
      Digest digest =
          CaseFile.Material.digest(
              List.of(new CaseFile.Material(Pile.STANDARD_INPUT, Digest.sha256(material))));
      entry =
          OneNumber.done(
                  new Revealing(now.register())
                      .show(person.actor(), digest, 1, gathered.sightings.size(), why),
                  now)
              .receipt()
              .index();
    }
    List<SightingJson> findings =
        gathered.sightings.stream()
            .map(one -> inFull ? SightingJson.inFull(one) : SightingJson.masked(one))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(findings, gathered.more, gathered.left, entry));
  }

  private static byte[] material(Asked asked) {
    String text = asked.text();
    String file = asked.file();
    if ((text == null) == (file == null)) {
      throw Halt.with(422, "no-material", "请给出 text 或 file 之一", "give either text or file");
    }
    try {
      return text != null
          ? text.getBytes(StandardCharsets.UTF_8)
          : Base64.getDecoder().decode(String.valueOf(file));
    } catch (IllegalArgumentException e) {
      throw Halt.with(422, "bad-base64", "file 不是 base64", "file is not base64");
    }
  }

  /** Findings up to the most that an answer holds. */
  private static final class Gathered implements Account {
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private long more;

    @Override
    public void sighted(Sighting sighting) {
      if (sightings.size() < MOST) {
        sightings.add(sighting);
      } else {
        more++;
      }
    }

    @Override
    public void skipped(Skipped skipped) {
      if (left.size() < MOST) {
        left.add(new Left(skipped.path(), skipped.why().zh(), skipped.why().en()));
      }
    }
  }

  private Gathered gathered(InForce now, byte[] material) throws IOException {
    if (!places.tryAcquire()) {
      throw Halt.with(
          429, "too-many-scans", "同时扫描的过多，请稍后再试", "too many scans at once: try again later");
    }
    Gathered gathered = new Gathered();
    try (DocumentReader documents = new DocumentReader(MEMORY, TIME);
        Pile pile = Pile.of(new ByteArrayInputStream(material), List.of(), LIMITS)) {
      Ground ground =
          new Ground(
              Finders.usual(),
              now.policy(),
              KnownHeadings.of(List.of(), Optional.empty()),
              China.day(clock.instant()));
      new Scan(ground, pictures, documents, gathered, PATIENCE).read(pile);
      return gathered;
    } finally {
      places.release();
    }
  }
}
