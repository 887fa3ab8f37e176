package io.tidemark.server.http;

import io.tidemark.store.access.KeptAnswers;
import io.tidemark.terms.Digest;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a write once for the {@code Idempotency-Key} that its caller gives it, for 24 hours and on
 * all nodes: a replay gets the same answer, another body under the same key is refused, and so is a
 * replay while the first is being done. Bodies are bounded here, because they are read here.
 *
 * <p>Answers are sealed. What signing in answers is kept by nobody: a token would stand in the
 * database. Its key counts all the same, and the caller signs in again with the next code. A
 * look-up's key stands in the record of the look-up, and nobody keeps whom it showed. A caller that
 * prefers what was made gets it in place of the answer ({@link Representation}).
 */
public final class WriteOnce extends OncePerRequestFilter {
  /** The most bytes of a body. */
  public static final int LARGEST = 2 << 20;

  /** The most bytes of a body of somebody who is not signed in, or who looks somebody up. */
  public static final int LARGEST_UNKNOWN = 4 << 10;

  /** The most bytes of a body that brings a file. */
  public static final int LARGEST_FILE = 12 << 20;

  /** The most bytes of what is said of a new passkey. */
  public static final int LARGEST_PASSKEY = 16 << 10;

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  /** A write takes less; one that has no answer after this lost its node. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final byte[] UNTOLD = new byte[0];

  private final KeptAnswers answers;
  private final SecretBox box;
  private final KeyRing keys;
  private final JsonMapper json;
  private final Clock clock;
  private final Bodies bodies;

  /** Keeps answers there, sealed in this box; these keys hide the callers. */
  public WriteOnce(
      KeptAnswers answers,
      SecretBox box,
      KeyRing keys,
      JsonMapper json,
      Clock clock,
      Bodies bodies) {
    this.answers = answers;
    this.box = box;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
    this.bodies = bodies;
  }

  /** An answer as it is kept. */
  record Kept(
      int status,
      @Nullable String type,
      @Nullable String language,
      @Nullable String location,
      byte[] body) {}

  /** One write under its key. */
  private record Write(String caller, String key) {
    String name() {
      return caller + "\n" + key;
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Paths.isWrite(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Paths.isLookUp(request)) {
      key(request);
    }
    if (Paths.isOfOAuth(request) || Paths.isLookUp(request)) {
      chain.doFilter(bodies.read(request, LARGEST_UNKNOWN), response);
      return;
    }
    Write write = new Write(caller(request), key(request));
    boolean secret = Paths.isSecret(request);
    boolean untold = secret || Paths.isPersonal(request);
    ReadBody body = bodies.read(request, largest(request));
    byte[] digest = secret ? UNTOLD : digest(body);
    Instant now = clock.instant();
    if (!answers.begin(write.caller(), write.key(), box.seal(digest, write.name()), now)) {
      replay(write, digest, untold, now, response);
      return;
    }
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(body, answer);
      done = isDone(answer.getStatus(), secret);
    } finally {
      if (done) {
        answers.answered(
            write.caller(), write.key(), box.seal(untold ? UNTOLD : kept(answer), write.name()));
      } else {
        answers.nothingDone(write.caller(), write.key());
      }
    }
    Representation made = Representation.of(body);
    if (done && made != null) {
      made.send(response);
    } else {
      answer.copyBodyToResponse();
    }
  }

  private static int largest(HttpServletRequest request) {
    if (Paths.isSecret(request)) {
      return LARGEST_UNKNOWN;
    }
    if (Paths.isFile(request)) {
      return LARGEST_FILE;
    }
    return Paths.isPasskey(request) ? LARGEST_PASSKEY : LARGEST;
  }

  /**
   * A sign-in that failed leaves no row: strangers would fill the table. What has to wait was not
   * done.
   */
  private static boolean isDone(int status, boolean secret) {
    return secret
        ? status < 300
        : status != HttpServletResponse.SC_SERVICE_UNAVAILABLE && status != 429;
  }

  /** An address is personal: the database holds a keyed digest of who asks. */
  private String caller(HttpServletRequest request) {
    return HexFormat.of()
        .formatHex(keys.derive(KeyRing.Use.ACCESS, "caller " + Caller.of(request)));
  }

  private static String key(HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw Halt.with(
          400,
          "no-idempotency-key",
          "每次写入都需要 Idempotency-Key 头：1 到 128 个可见 ASCII 字符，每次新写入换一个",
          "every write needs the header Idempotency-Key: 1 to 128 visible ASCII characters, new for"
              + " each new write");
    }
    return key;
  }

  private static byte[] digest(ReadBody body) {
    byte[] what =
        (body.getMethod() + " " + body.getRequestURI() + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Digest.sha256(what, body.bytes()).bytes();
  }

  private byte[] kept(ContentCachingResponseWrapper answer) {
    return json.writeValueAsBytes(
        new Kept(
            answer.getStatus(),
            answer.getContentType(),
            answer.getHeader("Content-Language"),
            answer.getHeader("Location"),
            answer.getContentAsByteArray()));
  }

  private void replay(
      Write write, byte[] digest, boolean untold, Instant now, HttpServletResponse response)
      throws IOException {
    KeptAnswers.Before before =
        answers.before(write.caller(), write.key()).orElseThrow(WriteOnce::inProgress);
    try {
      if (!Arrays.equals(box.open(before.body(), write.name()), digest)) {
        throw Halt.with(
            422,
            "idempotency-key-reused",
            "此 Idempotency-Key 已用于另一个请求，请换一个",
            "this Idempotency-Key was used for another request: take a new one");
      }
      byte[] sealed = before.answer();
      if (sealed == null) {
        throw before.begun().isBefore(now.minus(LONGEST)) ? lost() : inProgress();
      }
      if (untold) {
        throw Halt.with(
            409,
            "answer-not-kept",
            "此回答（登录，或含个人信息）不予保存：请换一个 Idempotency-Key；登录须用下一个动态码或重新出示通行密钥",
            "this answer (of signing in, or with values of people) is not kept: take a new"
                + " Idempotency-Key, and to sign in the next code or a passkey");
      }
      again(json.readValue(box.open(sealed, write.name()), Kept.class), response);
    } catch (WrongKey e) {
      throw new IllegalStateException("a kept answer was altered", e);
    }
  }

  private static void again(Kept kept, HttpServletResponse response) throws IOException {
    response.setStatus(kept.status());
    if (kept.type() != null) {
      response.setContentType(kept.type());
    }
    if (kept.language() != null) {
      response.setHeader("Content-Language", kept.language());
    }
    if (kept.location() != null) {
      response.setHeader("Location", kept.location());
    }
    response.setHeader("Idempotency-Replayed", "true");
    response.setContentLength(kept.body().length);
    response.getOutputStream().write(kept.body());
  }

  private static Halt inProgress() {
    return Halt.with(
        409,
        "write-in-progress",
        "同一个 Idempotency-Key 的请求正在进行，请稍后再查",
        "a request with this Idempotency-Key is being done: ask again in a moment");
  }

  private static Halt lost() {
    return Halt.status(409);
  }
}
