package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.App;
import io.tidemark.server.Client.Said;
import io.tidemark.server.passkey.Device;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Passkeys: made, used, removed, and each way in which one does not count. One server for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PasskeyTest {
  private static final URI ORIGIN = URI.create("https://tidemark.example.cn:8443");
  private static final Map<String, String> PASSWORD = Map.of("password", Client.PASSWORD);

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeAll
  void serve() throws Exception {
    server = node();
    client = Client.of(server);
  }

  @BeforeEach
  void forget() throws Exception {
    town.forgetFailures();
  }

  private Server node() throws Exception {
    return town.serve(town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withOrigin(ORIGIN));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Device device() throws Exception {
    return new Device(Device.Kind.ES256, ORIGIN);
  }

  private static Client proven(Client person) throws Exception {
    person.post("/api/v1/session/proof", PASSWORD).is(204);
    return person;
  }

  /** What the browser is told before it makes a passkey. */
  private static JsonNode making(Client person) throws Exception {
    return proven(person)
        .post("/api/v1/passkeys/options", Map.of())
        .is(200)
        .json()
        .get("publicKey");
  }

  private static Said register(Client person, Map<String, Object> credential) throws Exception {
    return person.post("/api/v1/passkeys", Map.of("name", "办公室", "credential", credential));
  }

  /** Somebody with a passkey on this device. */
  private Client registered(String person, Device device) throws Exception {
    Client signedIn = client.as(person, town, clock);
    register(signedIn, device.make(making(signedIn))).is(201);
    return signedIn;
  }

  private Said ask() throws Exception {
    return client.post("/api/v1/sign-in/passkey", Map.of()).is(200);
  }

  private static Map<String, Object> answer(Said asked, Device device) throws Exception {
    return Map.of(
        "attempt", asked.text("attempt"), "credential", device.use(asked.json().get("publicKey")));
  }

  private static Map<String, Object> shown(String person, Map<String, Object> answer) {
    return Map.of("person", person, "password", Client.PASSWORD, "passkey", answer);
  }

  private Said signIn(String person, Device device) throws Exception {
    return client.post("/api/v1/sign-in", shown(person, answer(ask(), device)));
  }

  private static String withoutInstance(Said answer) {
    return answer.body().replaceFirst("urn:uuid:[0-9a-f-]+", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "EDDSA", "RS256"})
  void aPasskeySignsInInPlaceOfTheCode(Device.Kind kind) throws Exception {
    Device device = new Device(kind, ORIGIN);
    Client wang = client.as("wang.fang", town, clock);
    long before = town.home.journal().size();
    Said made = register(wang, device.make(making(wang))).is(201);
    assertThat(made.header("Location")).isEqualTo("/api/v1/passkeys/" + made.text("id"));
    Said in = signIn("wang.fang", device).is(200);
    assertThat(town.kindsSince(before)).containsExactly("proof", "passkey", "sign-in");
    Client again = client.with("Authorization", "Bearer " + in.text("token"));
    assertThat(again.get("/api/v1/me").is(200).text("person")).isEqualTo("wang.fang");
    JsonNode listed = again.get("/api/v1/passkeys").is(200).json().get("items");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.get(0).get("name").asString()).isEqualTo("办公室");
    assertThat(listed.get(0).get("used").isNull()).isFalse();
  }

  @Test
  void whoSignedInByPasskeySignsWithTheOwnKey() throws Exception {
    Device device = device();
    long before = town.home.journal().size();
    registered("chen.wei", device);
    Entry account = Entry.parse(town.home.entries(before + 1, 1).get(0));
    Client wang = client.as("wang.fang", town, clock);
    String request =
        wang.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(9)))
            .is(201)
            .text("request");
    Said in = signIn("chen.wei", device).is(200);
    Said approved =
        client
            .with("Authorization", "Bearer " + in.text("token"))
            .post("/api/v1/requests/" + request + "/approve", Map.of())
            .is(200);
    Entry approval =
        Entry.parse(town.home.entries(approved.json().get("entry").asLong(), 1).get(0));
    assertThat(account.kind()).isEqualTo("account");
    assertThat(approval.value("signed-by")).isEqualTo(account.value("key")).isPresent();
  }

  @Test
  void theLedgerNamesNeitherDeviceNorKey() throws Exception {
    Device device = device();
    long before = town.home.journal().size();
    registered("wang.fang", device);
    signIn("wang.fang", device).is(200);
    String id = java.util.HexFormat.of().formatHex(device.credential);
    for (byte[] entry : town.home.entries(before, 100)) {
      assertThat(new String(entry, java.nio.charset.StandardCharsets.UTF_8))
          .doesNotContain("办公室", id);
    }
  }

  /** Bends one thing that a device says when it makes a passkey. */
  private void isNotRegistered(Client person, Consumer<Device> bend) throws Exception {
    Device device = device();
    bend.accept(device);
    register(person, device.make(making(person))).is(422).by("passkey-not-valid");
  }

  @Test
  void whatDoesNotHoldRegistersNothing() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    isNotRegistered(wang, one -> one.origin = "https://tidemark.example.com:8443");
    isNotRegistered(wang, one -> one.origin = "https://tidemark.example.cn");
    isNotRegistered(wang, one -> one.origin = "http://tidemark.example.cn:8443");
    isNotRegistered(wang, one -> one.party = "example.cn");
    isNotRegistered(wang, one -> one.type = "webauthn.get");
    isNotRegistered(wang, one -> one.cross = true);
    isNotRegistered(wang, one -> one.flags = AuthenticatorData.BIT_UP);
    isNotRegistered(wang, one -> one.flags = AuthenticatorData.BIT_UV);
    Device strange = new Device(Device.Kind.ES384, ORIGIN);
    register(wang, strange.make(making(wang))).is(422).by("passkey-not-valid");
    register(wang, Map.of("id", "x")).is(422).by("passkey-not-valid");
    register(wang, Map.of()).is(422).by("passkey-not-valid");
    assertThat(wang.get("/api/v1/passkeys").json().get("items").isEmpty()).isTrue();
  }

  @Test
  void aChallengeRegistersOnceInItsTimeAndItsSession() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = client.signIn(app, clock);
    clock.forward(Duration.ofSeconds(30));
    Client other = client.signIn(app, clock);
    Device device = device();
    Map<String, Object> made = device.make(making(wang));
    register(other, made).is(422).by("passkey-not-valid");
    making(other);
    register(other, made).is(422).by("passkey-not-valid");
    register(wang, made).is(201);
    register(wang, made).is(422).by("passkey-not-valid");
    JsonNode first = making(wang);
    making(wang);
    register(wang, device().make(first)).is(422).by("passkey-not-valid");
    Map<String, Object> late = device().make(making(wang));
    clock.forward(Duration.ofMinutes(5));
    register(wang, late).is(422).by("passkey-not-valid");
  }

  @Test
  void aPasskeyIsOnePersonsAndThereAreTenAtMost() throws Exception {
    Device device = device();
    Client wang = registered("wang.fang", device);
    register(wang, device.make(making(wang))).is(409).by("passkey-not-taken");
    Client he = client.as("he.jun", town, clock);
    register(he, device.make(making(he))).is(409).by("passkey-not-taken");
    for (int i = 1; i < 10; i++) {
      register(wang, device().make(making(wang))).is(201);
    }
    JsonNode options = making(wang);
    assertThat(options.get("excludeCredentials").size()).isEqualTo(10);
    register(wang, device().make(options)).is(409).by("passkey-not-taken");
  }

  @Test
  void aNameIsShortAndOfOneLine() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Map<String, Object> made = device().make(making(wang));
    for (String name : List.of(" ", "a\nb", "x".repeat(65))) {
      wang.post("/api/v1/passkeys", Map.of("name", name, "credential", made))
          .is(422)
          .by("bad-passkey-name");
    }
    wang.post("/api/v1/passkeys", Map.of("credential", made)).is(400);
    register(wang, made).is(201);
  }

  @Test
  void whatIsSaidOfAPasskeyIsBounded() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    register(wang, Map.of("id", "x".repeat(17_000))).is(413).by("body-too-large");
    client
        .post("/api/v1/sign-in", shown("wang.fang", Map.of("attempt", "x".repeat(5_000))))
        .is(413)
        .by("body-too-large");
    wang.post("/api/v1/session/proof", Map.of("password", "x".repeat(5_000))).is(413);
  }

  /** Bends one thing that a device says when it is used. */
  private Said bent(String person, Consumer<Device> bend, Device device) throws Exception {
    town.forgetFailures();
    String origin = device.origin;
    String party = device.party;
    byte flags = device.flags;
    byte[] user = device.user;
    byte[] credential = device.credential;
    bend.accept(device);
    Said said = signIn(person, device);
    device.origin = origin;
    device.party = party;
    device.flags = flags;
    device.user = user;
    device.credential = credential;
    device.type = "";
    device.cross = false;
    return said;
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() throws Exception {
    Device device = device();
    Device hers = device();
    registered("wang.fang", device);
    registered("he.jun", hers);
    String wang = "wang.fang";
    List<Said> answers =
        List.of(
            bent("nobody.here", one -> {}, device),
            bent("zhao.lei", one -> {}, device),
            bent(wang, one -> {}, hers),
            bent(wang, one -> {}, device()),
            bent(wang, one -> one.credential = device.credential, hers),
            bent(wang, one -> one.user = hers.user, device),
            bent(wang, one -> one.origin = "https://tidemark.example.com:8443", device),
            bent(wang, one -> one.party = "tidemark.example.com", device),
            bent(wang, one -> one.type = "webauthn.create", device),
            bent(wang, one -> one.cross = true, device),
            bent(wang, one -> one.flags = AuthenticatorData.BIT_UP, device),
            bent(wang, one -> one.flags = AuthenticatorData.BIT_UV, device));
    for (Said answer : answers) {
      answer.is(401).by("sign-in-failed");
      assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(answers.get(0)));
    }
    Map<String, Object> wrong = new LinkedHashMap<>(shown(wang, answer(ask(), device)));
    wrong.put("password", "wrong-horse-battery");
    client.post("/api/v1/sign-in", wrong).is(401).by("sign-in-failed");
    signIn(wang, device).is(200);
  }

  @Test
  void aBentSignatureSignsNobodyIn() throws Exception {
    Device device = device();
    registered("wang.fang", device);
    Said asked = ask();
    Map<String, Object> credential = device.use(asked.json().get("publicKey"));
    Map<String, Object> response = Device.response(credential);
    byte[] signature =
        java.util.Base64.getUrlDecoder()
            .decode(Objects.requireNonNull(response.get("signature")).toString());
    signature[signature.length - 1] ^= 1;
    response.put(
        "signature", java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    client
        .post(
            "/api/v1/sign-in",
            shown("wang.fang", Map.of("attempt", asked.text("attempt"), "credential", credential)))
        .is(401)
        .by("sign-in-failed");
  }

  @Test
  void aChallengeSignsInOnceInItsTimeAndForItsAttempt() throws Exception {
    Device device = device();
    registered("wang.fang", device);
    Said asked = ask();
    Map<String, Object> shown = shown("wang.fang", answer(asked, device));
    client.post("/api/v1/sign-in", shown).is(200);
    client.post("/api/v1/sign-in", shown).is(401).by("sign-in-failed");
    client
        .post("/api/v1/sign-in", shown("wang.fang", answer(asked, device)))
        .is(401)
        .by("sign-in-failed");
    Map<String, Object> mixed = new LinkedHashMap<>(answer(ask(), device));
    mixed.put("attempt", ask().text("attempt"));
    client.post("/api/v1/sign-in", shown("wang.fang", mixed)).is(401).by("sign-in-failed");
    Map<String, Object> late = answer(ask(), device);
    clock.forward(Duration.ofMinutes(5));
    client.post("/api/v1/sign-in", shown("wang.fang", late)).is(401).by("sign-in-failed");
    signIn("wang.fang", device).is(200);
  }

  @Test
  void aCounterThatGoesBackIsRefusedAndRecorded() throws Exception {
    Device device = device();
    registered("wang.fang", device);
    signIn("wang.fang", device).is(200);
    long before = town.home.journal().size();
    device.step = 0;
    signIn("wang.fang", device).is(401).by("sign-in-failed");
    device.step = -1;
    signIn("wang.fang", device).is(401).by("sign-in-failed");
    assertThat(town.kindsSince(before)).containsExactly("passkey-regress", "passkey-regress");
    device.step = 10;
    signIn("wang.fang", device).is(200);
  }

  @Test
  void anAuthenticatorThatDoesNotCountSignsInAgainAndAgain() throws Exception {
    Device device = device();
    device.counter = 0;
    device.step = 0;
    registered("wang.fang", device);
    signIn("wang.fang", device).is(200);
    signIn("wang.fang", device).is(200);
  }

  @Test
  void failuresCountAsThoseOfTheCodeDo() throws Exception {
    Device device = device();
    registered("wang.fang", device);
    for (int i = 0; i < 5; i++) {
      signIn("wang.fang", device()).is(401);
    }
    signIn("wang.fang", device).is(429).by("sign-in-locked");
  }

  @Test
  void whatIsAskedTellsNothingOfAnybody() throws Exception {
    registered("wang.fang", device());
    JsonNode options = ask().json().get("publicKey");
    assertThat(options.propertyNames())
        .containsExactlyInAnyOrder("challenge", "rpId", "timeout", "userVerification");
    assertThat(options.get("rpId").asString()).isEqualTo("tidemark.example.cn");
    Said lying =
        client.with("X-Forwarded-Host", "evil.example").post("/api/v1/sign-in/passkey", Map.of());
    assertThat(lying.is(200).json().get("publicKey").get("rpId").asString())
        .isEqualTo("tidemark.example.cn");
  }

  @Test
  void nothingChangesWithoutAFreshProof() throws Exception {
    Device device = device();
    Client wang = registered("wang.fang", device);
    String id = wang.get("/api/v1/passkeys").json().get("items").get(0).get("id").asString();
    wang.post("/api/v1/passkeys/options", Map.of()).is(403).by("proof-needed");
    wang.delete("/api/v1/passkeys/" + id).is(403).by("proof-needed");
    proven(wang);
    clock.forward(Duration.ofMinutes(5));
    wang.delete("/api/v1/passkeys/" + id).is(403).by("proof-needed");
    wang.post("/api/v1/session/proof", Map.of("password", "wrong-horse-battery"))
        .is(403)
        .by("proof-failed");
    wang.delete("/api/v1/passkeys/" + id).is(403).by("proof-needed");
    wang.post("/api/v1/session/proof", Map.of("passkey", answer(ask(), device()))).is(403);
    wang.post("/api/v1/session/proof", Map.of()).is(400);
    wang.post("/api/v1/session/proof", Map.of("passkey", answer(ask(), device))).is(204);
    wang.delete("/api/v1/passkeys/" + id).is(204);
    wang.delete("/api/v1/passkeys/" + id).is(404);
  }

  @Test
  void aProofIsOfItsSessionAndGuessingItLocks() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = client.signIn(app, clock);
    clock.forward(Duration.ofSeconds(30));
    Client other = client.signIn(app, clock);
    proven(wang);
    other.post("/api/v1/passkeys/options", Map.of()).is(403).by("proof-needed");
    for (int i = 0; i < 5; i++) {
      other.post("/api/v1/session/proof", Map.of("password", "wrong-horse-battery")).is(403);
    }
    other.post("/api/v1/session/proof", PASSWORD).is(429).by("sign-in-locked");
  }

  @Test
  void aRemovedPasskeySignsInOnNoNode() throws Exception {
    Device device = device();
    Client wang = registered("wang.fang", device);
    String id = wang.get("/api/v1/passkeys").json().get("items").get(0).get("id").asString();
    Client he = client.as("he.jun", town, clock);
    he.delete("/api/v1/passkeys/" + id).is(404);
    try (Server second = node()) {
      Client there = Client.of(second);
      Map<String, Object> begun = answer(ask(), device);
      there.post("/api/v1/sign-in", shown("wang.fang", begun)).is(200);
      long before = town.home.journal().size();
      proven(wang).delete("/api/v1/passkeys/" + id).is(204);
      assertThat(town.kindsSince(before)).containsExactly("proof", "passkey-removal");
      there
          .post("/api/v1/sign-in", shown("wang.fang", answer(ask(), device)))
          .is(401)
          .by("sign-in-failed");
    }
  }

  @Test
  void anotherInvitationAndLeavingEndAllPasskeys() throws Exception {
    town.add("{id: wu.di, party: br-01, duties: [staff]}");
    Device device = device();
    registered("wu.di", device);
    Client anew = client.as("wu.di", town, clock);
    assertThat(anew.get("/api/v1/passkeys").json().get("items").isEmpty()).isTrue();
    signIn("wu.di", device).is(401).by("sign-in-failed");
    register(anew, device.make(making(anew))).is(201);
    signIn("wu.di", device).is(200);
    assertThat(town.leaves("wu.di", "liu.min")).isEmpty();
    signIn("wu.di", device).is(401).by("sign-in-failed");
    town.add("{id: wu.di, party: br-01, duties: [staff]}");
    Client back = client.as("wu.di", town, clock);
    assertThat(back.get("/api/v1/passkeys").json().get("items").isEmpty()).isTrue();
    assertThat(town.leaves("wu.di", "liu.min")).isEmpty();
  }

  @Test
  void aSystemHasNoPasskey() throws Exception {
    byte[] basic =
        ("renewal-app:" + town.secret("renewal-app"))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Said said =
        client.send(
            client
                .request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(basic))
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials")));
    Client app = client.with("Authorization", "Bearer " + said.is(200).text("access_token"));
    app.post("/api/v1/session/proof", PASSWORD).is(403).by("no-account");
    app.post("/api/v1/passkeys/options", Map.of()).is(403).by("proof-needed");
  }
}
