package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.home.Home;
import io.tidemark.store.register.Webhooks;
import io.tidemark.terms.Digest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices to a webhook over real HTTPS. Each test gives back what it took. */
final class WebhooksTest {
  private static final String LISTS = "/api/v1/partner/lists";
  private static final String NOTICES = "/api/v1/partner/notices";
  private static final WebhookSettings NO_NETWORK = WebhookSettings.USUAL;

  private static boolean given;

  @TempDir private Path folder = Path.of(".");
  private final PartnerTown partners = PartnerTown.get();
  private final Town town = partners.town;
  private final Refusing people = new Refusing(town);
  private final MovableClock clock = new MovableClock();
  private Receiver receiver;
  private WebhookSettings here;

  @BeforeEach
  void listen() throws Exception {
    town.forgetFailures();
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from notice");
    }
    receiver = new Receiver(folder);
    here = new WebhookSettings(List.of("127.0.0.0/8", "::1/128"), trusted());
    if (!given) {
      gives(3);
      given = true;
    }
    people.webhook(PartnerTown.ONE, Optional.of(receiver.url()));
  }

  private Optional<Path> trusted() {
    return Optional.of(receiver.certificate());
  }

  @AfterEach
  void stop() throws Exception {
    receiver.close();
    people.webhook(PartnerTown.ONE, Optional.empty());
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from consent_stand");
      beside.run("delete from consent_set");
      beside.run("delete from notice");
    }
  }

  private Server serve(WebhookSettings webhooks) throws Exception {
    return town.serve(
        town.home,
        clock,
        Town.GENEROUS,
        ServerSettings.More.NONE.withPartnerPort(0).withWebhooks(webhooks));
  }

  private void gives(int number) throws Exception {
    try (Server server = serve(NO_NETWORK)) {
      Holder.certified(partners, PartnerTown.ONE)
          .at(server)
          .post(
              LISTS,
              Map.of(
                  "grant",
                  partners.open.text(),
                  "purpose",
                  PartnerTown.PURPOSE,
                  "subjects",
                  Map.of("kind", "保单号", "values", List.of(Town.policyNumber(number)))))
          .is(201);
    }
  }

  private Webhooks.Standing standing() {
    return town.home.webhooks().all().get(0);
  }

  /** Until the webhook's standing says so; each look is a query, bounded in time. */
  private Webhooks.Standing awaitProblem(String problem) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      Webhooks.Standing now = standing();
      if (now.problem().filter(problem::equals).isPresent()) {
        return now;
      }
    }
    throw new AssertionError("it stands: " + standing());
  }

  private String awaitTold() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      try (Town.Beside beside = town.beside();
          var row =
              beside
                  .connection()
                  .createStatement()
                  .executeQuery("select way from notice where told is not null")) {
        if (row.next()) {
          return row.getString(1);
        }
      }
    }
    throw new AssertionError("nobody was told");
  }

  /** The server is down when the person refuses; it starts afterwards. */
  @Test
  void whatWasRefusedWhileNoServerRanIsSentWhenOneStarts() throws Exception {
    people.refuse(3);
    long before = town.home.journal().size();
    try (Server server = serve(here)) {
      Receiver.Taken taken = receiver.next();
      assertThat(taken.path()).isEqualTo("/notices");
      assertThat(taken.type()).isEqualTo("application/jose");
      assertThat(awaitTold()).isEqualTo("WEBHOOK");
      assertThat(town.kindsSince(before)).containsExactly("notice-delivery");
      Client one = Holder.certified(partners, PartnerTown.ONE).at(server);
      var item = one.get(NOTICES).is(200).json().get("items").get(0);
      assertThat(item.get("document").asString()).as("the same document").isEqualTo(taken.body());
      assertThat(item.get("notice").asString()).isEqualTo(taken.id());
      one.post(
              NOTICES + "/" + taken.id() + "/acknowledgement",
              Map.of("sha256", Digest.sha256(taken.body()).toString()))
          .is(200);
    }
    assertThat(receiver.isEmpty()).isTrue();
  }

  /** Another node took the turn and died before it sent anything. */
  @Test
  void theTurnOfANodeThatDiedEndsAndAnotherSends() throws Exception {
    people.refuse(3);
    try (Home node = Home.open(town.home.folder().path(), System.getenv())) {
      assertThat(node.webhooks().take(clock.instant())).isPresent();
    }
    assertThat(town.home.webhooks().take(clock.instant())).as("two at once").isEmpty();
    clock.forward(Webhooks.TURN.plusSeconds(1));
    try (Server server = serve(here)) {
      assertThat(receiver.next().id()).startsWith("n-");
      assertThat(awaitTold()).isEqualTo("WEBHOOK");
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void aTurnThatIsSomebodyElsesByNowIsNotRenewed() {
    people.refuse(3);
    Webhooks mine = town.home.webhooks();
    Webhooks.Turn first = mine.take(clock.instant()).orElseThrow();
    assertThat(mine.renew(first, clock.instant().plusSeconds(1))).isPresent();
    clock.forward(Webhooks.TURN.plusSeconds(5));
    Webhooks.Turn second = mine.take(clock.instant()).orElseThrow();
    assertThat(mine.renew(first, clock.instant())).isEmpty();
    assertThat(mine.renew(second, clock.instant())).isPresent();
  }

  @Test
  void whatIsNotTakenIsSentAgainUnderTheSameIdAfterAWhile() throws Exception {
    people.refuse(3);
    receiver.answers(503);
    try (Server server = serve(here)) {
      Receiver.Taken first = receiver.next();
      assertThat(awaitProblem("status-503").failures()).isEqualTo(1);
      assertThat(receiver.isEmpty()).as("not at once").isTrue();
      clock.forward(Duration.ofSeconds(31));
      Receiver.Taken second = receiver.next();
      assertThat(second).isEqualTo(first);
      assertThat(awaitTold()).isEqualTo("WEBHOOK");
      assertThat(server.url()).isNotNull();
    }
  }

  @Test
  void aPrivateAddressGetsNothingUnlessItIsAllowed() throws Exception {
    people.refuse(3);
    try (Server server = serve(new WebhookSettings(List.of("10.0.0.0/8"), trusted()))) {
      awaitProblem("address-not-allowed");
      assertThat(server.url()).isNotNull();
    }
    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void aWebhookThatNobodyTrustedVouchesForGetsNothing() throws Exception {
    people.refuse(3);
    try (Server server = serve(new WebhookSettings(here.networks(), Optional.empty()))) {
      awaitProblem("tls");
      assertThat(server.url()).isNotNull();
    }
    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    people.refuse(3);
    receiver.answers(307);
    try (Server server = serve(here)) {
      assertThat(receiver.next().path()).isEqualTo("/notices");
      awaitProblem("status-307");
      assertThat(server.url()).isNotNull();
    }
    assertThat(receiver.isEmpty()).isTrue();
  }

  @Test
  void aSuspendedPartnerGetsNothingUntilItIsLetInAgain() throws Exception {
    people.refuse(3);
    partners.suspend(PartnerTown.ONE);
    try {
      assertThat(town.home.webhooks().take(clock.instant())).isEmpty();
    } finally {
      partners.resume(PartnerTown.ONE);
    }
    assertThat(town.home.webhooks().take(clock.instant())).isPresent();
  }

  @Test
  void theAddressIsSealed() throws Exception {
    people.webhook(PartnerTown.ONE, Optional.of(receiver.url() + "?secret=abcdefgh"));
    try (Town.Beside beside = town.beside();
        var row = beside.connection().createStatement().executeQuery("select url from webhook")) {
      row.next();
      assertThat(new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("abcdefgh", "localhost");
    }
  }
}
