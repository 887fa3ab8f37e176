package io.tidemark.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser with one page and an authenticator of its own, spoken to by its DevTools protocol.
 * It trusts one certificate.
 */
final class Chromium implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LISTENING = "DevTools listening on ";
  private static final long SECONDS = 120;

  private final Process process;
  private final Path folder;
  private final Answers answers = new Answers();
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private @Nullable String session;

  private Chromium(Path folder, String trusted) throws Exception {
    this.folder = folder;
    ProcessBuilder starting =
        new ProcessBuilder(
                List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--ignore-certificate-errors-spki-list=" + trusted,
                    "about:blank"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    for (String place : List.of("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
      starting.environment().put(place, folder.toString());
    }
    this.process = starting.start();
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address().get(SECONDS, TimeUnit.SECONDS), answers)
            .get(SECONDS, TimeUnit.SECONDS);
  }

  /** Whether there is a browser on this machine. */
  static boolean isHere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
  }

  /** A browser that trusts this certificate. */
  static Chromium open(X509Certificate trusted) throws Exception {
    byte[] key =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(trusted.getPublicKey().getEncoded());
    Chromium browser =
        new Chromium(
            Files.createTempDirectory("chromium-"), Base64.getEncoder().encodeToString(key));
    try {
      String page =
          browser
              .call("Target.createTarget", Map.of("url", "about:blank"))
              .get("targetId")
              .asString();
      browser.session =
          browser
              .call("Target.attachToTarget", Map.of("targetId", page, "flatten", true))
              .get("sessionId")
              .asString();
      browser.call("Page.enable", Map.of());
      browser.call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
      browser.call("WebAuthn.enable", Map.of());
      browser.call(
          "WebAuthn.addVirtualAuthenticator",
          Map.of(
              "options",
              Map.of(
                  "protocol", "ctap2",
                  "transport", "internal",
                  "hasResidentKey", true,
                  "hasUserVerification", true,
                  "isUserVerified", true,
                  "automaticPresenceSimulation", true)));
      return browser;
    } catch (Exception e) {
      browser.close();
      throw e;
    }
  }

  /** Goes to a page and waits until it is there. */
  void goTo(URI page) throws Exception {
    CompletableFuture<JsonNode> loaded = answers.event("Page.loadEventFired");
    JsonNode said = call("Page.navigate", Map.of("url", page.toString()));
    if (said.has("errorText")) {
      throw new AssertionError("the browser says " + said.get("errorText").asString());
    }
    loaded.get(SECONDS, TimeUnit.SECONDS);
  }

  /** What a script of the page gives at its end; the name of its error when it fails. */
  String run(String body) throws Exception {
    String script =
        "(async () => { try { " + body + " } catch (e) { return 'failed: ' + e.name; } })()";
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression",
                script,
                "awaitPromise",
                true,
                "returnByValue",
                true,
                "userGesture",
                true));
    return result.get("result").get("value").asString();
  }

  /** Lays a page out in so many pixels of CSS, each so many of the screen. */
  void screen(int width, int height, double scale) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
  }

  /** Prefers this theme: {@code light} or {@code dark}. */
  void theme(String theme) throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** Has this cookie of the page's server from now on. */
  void cookie(URI page, String name, String value) throws Exception {
    call(
        "Network.setCookie",
        Map.of("url", page.toString(), "name", name, "value", value, "secure", true, "path", "/"));
  }

  /** What the screen shows, as a PNG. */
  byte[] screenshot() throws Exception {
    String png = call("Page.captureScreenshot", Map.of("format", "png")).get("data").asString();
    return Base64.getDecoder().decode(png);
  }

  /** A window of this width, in CSS pixels. */
  void width(int pixels) throws Exception {
    call("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The whole page as PNG. */
  void picture(Path file) throws Exception {
    JsonNode picture =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    int id = calls.incrementAndGet();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = answers.to(id);
    socket.sendText(JSON.writeValueAsString(message), true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode said = answer.get(SECONDS, TimeUnit.SECONDS);
    if (said.has("error")) {
      throw new AssertionError(method + ": " + said.get("error"));
    }
    return said.get("result");
  }

  /** Where it listens, as it says when it has started; whatever else it says is dropped. */
  private CompletableFuture<URI> address() {
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = process.errorReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.startsWith(LISTENING)) {
                    address.complete(URI.create(line.substring(LISTENING.length())));
                  }
                }
              } catch (IOException e) {
                // it ended
              }
              address.completeExceptionally(new AssertionError("chromium ended"));
            },
            "chromium-errors");
    reader.setDaemon(true);
    reader.start();
    return address;
  }

  @Override
  public void close() throws Exception {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    socket.abort();
    process.destroy();
    for (ProcessHandle one : all) {
      one.onExit().get(SECONDS, TimeUnit.SECONDS);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Answers by the number of their call, and events by their name. */
  private static final class Answers implements WebSocket.Listener {
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();

    CompletableFuture<JsonNode> to(int call) {
      return event(String.valueOf(call));
    }

    CompletableFuture<JsonNode> event(String name) {
      CompletableFuture<JsonNode> future = new CompletableFuture<>();
      awaited.put(name, future);
      return future;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        JsonNode said = JSON.readTree(message.toString());
        message.setLength(0);
        String name = said.has("id") ? said.get("id").asString() : said.get("method").asString();
        CompletableFuture<JsonNode> future = awaited.remove(name);
        if (future != null) {
          future.complete(said);
        }
      }
      from.request(1);
      return null;
    }
  }
}
