package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Systems;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.Digest;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems by certificate: tokens that count for it alone, and each way in which they end. */
final class SystemCertificatesTest {
  private static final String APP = "renewal-app";
  private static final String ME = "/api/v1/me";

  private final Town town = Town.get();
  private final Systems systems = new Systems(town.register());
  private final MovableClock clock = new MovableClock();
  private Server server;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = node();
  }

  private Server node() throws Exception {
    return town.serve(
        town.home,
        clock,
        Town.GENEROUS,
        ServerSettings.More.NONE.withSystemPort(0).withPartnerPort(0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person member(String id) {
    return town.home.chain().chain().person(id).orElseThrow();
  }

  /** Somebody with a key and a certificate that it signed itself. */
  private static Holder stranger() throws Exception {
    KeyPair pair = Holder.key();
    return new Holder(pair, Authority.selfSigned(pair, "app"));
  }

  private Recorded<CertificateFacts> trust(String system, X509Certificate certificate)
      throws Exception {
    return systems.trust(Actor.operator(), member(system), certificate.getEncoded());
  }

  /** A system whose certificate is registered. */
  private Holder trusted(String system) throws Exception {
    Holder holder = stranger();
    assertThat(trust(system, holder.certificate())).isInstanceOf(Recorded.Done.class);
    return holder;
  }

  private static Digest fingerprint(Holder holder) {
    return CertificateFacts.fingerprint(holder.certificate());
  }

  private static Client at(Server node, Holder holder) throws Exception {
    return holder.at(node, node.systemUrl().orElseThrow());
  }

  private static Said ask(Client client, String form) throws Exception {
    return client.send(
        client
            .request("/oauth2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static Said ask(Client client) throws Exception {
    return ask(client, "grant_type=client_credentials&client_id=" + APP);
  }

  private static Client with(Client client, String token) {
    return client.with("Authorization", "Bearer " + token);
  }

  @Test
  void aSystemGetsATokenThatCountsForItsCertificateAlone() throws Exception {
    Holder own = trusted(APP);
    Holder second = trusted(APP);
    Client client = at(server, own);
    long before = town.home.journal().size();
    String token = ask(client).is(200).text("access_token");
    Entry entry = Entry.parse(town.home.entries(before, 1).get(0));
    assertThat(entry.kind()).isEqualTo("sign-in");
    assertThat(entry.value("by")).hasValue("certificate");
    assertThat(entry.value("fingerprint")).hasValue(fingerprint(own).toString());
    assertThat(with(client, token).get(ME).is(200).text("person")).isEqualTo(APP);
    with(client, token)
        .post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(3)))
        .is(201);
    Said sessions = with(client, token).get(ME + "/sessions").is(200);
    assertThat(sessions.body()).contains("\"certificate\"");

    with(at(server, second), token).get(ME).is(401).by("not-signed-in");
    with(at(server, stranger()), token).get(ME).is(401);
    with(Client.of(server), token).get(ME).is(401);
    try (Server elsewhere = node()) {
      with(at(elsewhere, own), token).get(ME).is(200);
    }
    clock.forward(Duration.ofMinutes(11));
    with(client, token).get(ME).is(401);
  }

  @Test
  void whatNoCertificateBeganCountsForNothingThere() throws Exception {
    Client there = at(server, trusted(APP));
    Client staff = Client.of(server);
    Client wang = staff.as("wang.fang", town, clock);
    Client bySecret = SystemsTest.signedIn(staff, town.secret(APP));
    wang.get(ME).is(200);
    bySecret.get(ME).is(200);
    wang.at(there).get(ME).is(401).by("not-signed-in");
    bySecret.at(there).get(ME).is(401).by("not-signed-in");
    there.get("/api/v1/partner/me").is(404);
  }

  @Test
  void whateverIsWrongWithIdOrCertificateTheAnswerIsTheSame() throws Exception {
    Holder own = trusted(APP);
    String asked = "grant_type=client_credentials&client_id=";
    List<Said> answers =
        List.of(
            ask(at(server, stranger())),
            ask(at(server, own), asked + "nobody-has-this"),
            ask(at(server, own), asked + "wang.fang"),
            ask(at(server, Holder.certified(PartnerTown.get(), PartnerTown.ONE))));
    for (Said said : answers) {
      assertThat(said.is(401).text("error")).isEqualTo("invalid_client");
      assertThat(said.body()).isEqualTo(answers.get(0).body());
    }
    Said unnamed = ask(at(server, own), "grant_type=client_credentials").is(400);
    assertThat(unnamed.text("error")).isEqualTo("invalid_request");
    Said twice = ask(at(server, own).with("Authorization", "Basic eDp5")).is(400);
    assertThat(twice.text("error")).isEqualTo("invalid_request");
    Said nowhere = ask(Client.of(server)).is(401);
    assertThat(nowhere.text("error")).isEqualTo("invalid_client");
  }

  @Test
  void aRevokedCertificateAndItsTokensEndAtOnceOnEveryNodeForEver() throws Exception {
    Holder own = trusted(APP);
    Holder second = trusted(APP);
    Client client = at(server, own);
    String token = ask(client).is(200).text("access_token");
    String others = ask(at(server, second)).is(200).text("access_token");
    try (Server elsewhere = node()) {
      Client there = with(at(elsewhere, own), token);
      there.get(ME).is(200);
      long before = town.home.journal().size();
      assertThat(systems.revoke(Actor.operator(), member(APP), fingerprint(own)))
          .isInstanceOf(Recorded.Done.class);
      assertThat(town.kindsSince(before)).containsExactly("system-certificate-revocation");
      there.get(ME).is(401);
      with(client, token).get(ME).is(401);
    }
    ask(client).is(401);
    with(at(server, second), others).get(ME).is(200);
    assertThat(trust(APP, own.certificate())).isInstanceOf(Recorded.Refused.class);
    ask(client).is(401);
  }

  @Test
  void whoIsShutOutOrLeavesHasLostItsCertificates() throws Exception {
    Holder own = trusted(APP);
    Client client = at(server, own);
    String token = ask(client).is(200).text("access_token");
    systems.shutOut(Actor.operator(), member(APP));
    with(client, token).get(ME).is(401);
    ask(client).is(401);

    String member = "{id: old-app, party: br-01, duties: [system, staff]}";
    town.add(member);
    Client old = at(server, trusted("old-app"));
    String form = "grant_type=client_credentials&client_id=old-app";
    ask(old, form).is(200);
    assertThat(town.leaves("old-app", "liu.min")).isEmpty();
    ask(old, form).is(401);
    town.add(member);
    ask(old, form).is(401);
    assertThat(town.leaves("old-app", "liu.min")).isEmpty();
  }

  @Test
  void aTokenEndsWithItsCertificate() throws Exception {
    Client client = at(server, trusted(APP));
    clock.forward(Duration.ofDays(30).minusMinutes(5));
    Said said = ask(client).is(200);
    Client app = with(client, said.text("access_token"));
    app.get(ME).is(200);
    clock.forward(Duration.ofMinutes(6));
    app.get(ME).is(401);
    ask(client).is(401);
  }

  @Test
  void onlyAFitCertificateOfNobodyElseIsRegisteredAndOnlyByTheOperator() throws Exception {
    Holder own = trusted(APP);
    Actor staff = Actor.person("wang.fang", town.home.chain().chain()).orElseThrow();
    assertThat(systems.trust(staff, member(APP), stranger().certificate().getEncoded()))
        .isInstanceOf(Recorded.Refused.class);
    assertThat(systems.revoke(staff, member(APP), fingerprint(own)))
        .isInstanceOf(Recorded.Refused.class);
    assertThat(rule(trust(APP, own.certificate()))).isEqualTo("certificate-taken");
    assertThat(rule(trust(APP, Authority.make("An Authority").certificate())))
        .isEqualTo("not-a-client-certificate");
    KeyPairGenerator weak = KeyPairGenerator.getInstance("EC");
    weak.initialize(new java.security.spec.ECGenParameterSpec("secp521r1"));
    KeyPair odd = weak.generateKeyPair();
    assertThat(rule(trust(APP, Authority.selfSigned(odd, "odd")))).isEqualTo("weak-key");
    byte[] none = "no certificate".getBytes(StandardCharsets.UTF_8);
    assertThat(rule(systems.trust(Actor.operator(), member(APP), none)))
        .isEqualTo("not-a-certificate");
    assertThat(rule(systems.revoke(Actor.operator(), member(APP), Digest.sha256("none"))))
        .isEqualTo("no-such-certificate");
  }

  private static String rule(Recorded<?> end) {
    return end.either(done -> "done", refused -> refused.refusal().rule());
  }

  @Test
  void theMetadataNameThePortAndTheBinding() throws Exception {
    Client client = Client.of(server);
    Said said = client.get("/.well-known/oauth-authorization-server").is(200);
    assertThat(said.json().get("tls_client_certificate_bound_access_tokens").asBoolean()).isTrue();
    assertThat(said.json().get("token_endpoint_auth_methods_supported").toString())
        .contains("client_secret_basic", "self_signed_tls_client_auth");
    assertThat(said.json().get("mtls_endpoint_aliases").get("token_endpoint").asString())
        .isEqualTo(server.systemUrl().orElseThrow() + "/oauth2/token");
    try (Server without = town.serve(clock)) {
      assertThat(without.systemUrl()).isEmpty();
      Said plain = Client.of(without).get("/.well-known/oauth-authorization-server").is(200);
      assertThat(plain.body()).doesNotContain("tls_client").doesNotContain("mtls");
    }
  }

  @Test
  void theAnswersOfThePortHaveTheSameHeadersAndLimits() throws Exception {
    Client client = at(server, trusted(APP));
    Said said = client.get(ME).is(401).by("not-signed-in");
    assertThat(said.header("Strict-Transport-Security")).contains("max-age=31536000");
    ask(client, "x=" + "y".repeat(5_000)).is(413);
    client.post("/api/v1/requests", Map.of()).is(401);
  }
}
