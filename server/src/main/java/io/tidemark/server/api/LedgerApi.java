package io.tidemark.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger, read-only, for whoever may read the record: its paths are those of C2SP tlog-tiles
 * under {@code /api/v1/ledger/}, so that any tool of that format can check it.
 */
@RestController
@Tag(name = "ledger")
class LedgerApi {
  private static final String PATH = Paths.API + "/ledger";
  private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Home home;
  private final Rules rules;

  LedgerApi(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /** The ledger's head. */
  record Head(
      long size,
      String root,
      String origin,
      @Schema(description = "The verifier key (C2SP signed-note).") @JsonProperty("public_key")
          String publicKey,
      @Schema(description = "The signed note (C2SP tlog-checkpoint).") String checkpoint) {}

  @Operation(summary = "The ledger's signed head, with the key that checks it")
  @GetMapping(PATH)
  Head head(SignedInPerson person) throws IOException {
    rules.inForce().unlessMay(person.actor(), Act.AUDIT);
    SignedNote note = home.ledger().publish();
    try {
      Checkpoint head = Checkpoint.parse(note.text());
      return new Head(
          head.size(),
          head.root().toString(),
          head.origin(),
          home.ledger().key().vkey(),
          new String(note.bytes(), StandardCharsets.UTF_8));
    } catch (LedgerException e) {
      throw new IllegalStateException("the head that was just signed cannot be read", e);
    }
  }

  @Operation(summary = "The signed head as C2SP tlog-tiles publishes it")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
  @GetMapping(path = PATH + "/checkpoint", produces = "text/plain")
  ResponseEntity<byte[]> checkpoint(SignedInPerson person) throws IOException {
    rules.inForce().unlessMay(person.actor(), Act.AUDIT);
    return ResponseEntity.ok().contentType(NOTE).body(home.ledger().publish().bytes());
  }

  @Operation(
      summary = "A tile of hashes or a bundle of entries as C2SP tlog-tiles publishes them",
      description =
          "tile/L/N and tile/entries/N, N in groups of three digits (x001/234), and .p/W for a"
              + " partial one.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = PATH + "/tile/{*path}", produces = "application/octet-stream")
  ResponseEntity<byte[]> tile(SignedInPerson person, @PathVariable String path) throws IOException {
    rules.inForce().unlessMay(person.actor(), Act.AUDIT);
    byte[] bytes = home.ledger().tiles().file("tile" + path).orElseThrow(() -> Halt.status(404));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tile\"")
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
        .body(bytes);
  }
}
