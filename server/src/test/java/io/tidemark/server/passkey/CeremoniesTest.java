package io.tidemark.server.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.server.ServerSettings;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What strangers may send as a passkey is read or refused, and only what was signed holds. */
final class CeremoniesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final URI ORIGIN = URI.create("https://tidemark.example.cn");

  private final byte[] challenge = new byte[32];
  private final Ceremonies ceremonies =
      new Ceremonies(
          new RelyingParty(
              ServerSettings.usual("127.0.0.1", 0, Optional.empty(), words -> {})
                  .with(ServerSettings.More.NONE.withOrigin(ORIGIN))));

  private JsonNode options() {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    return JSON.valueToTree(Map.of("challenge", text, "user", Map.of("id", text)));
  }

  private static Device device() throws Exception {
    return new Device(Device.Kind.ES256, ORIGIN);
  }

  @Test
  void nobodysPasskeySignsNothing() throws Exception {
    Device device = device();
    device.make(options());
    Ceremonies.Answer answer = ceremonies.read(JSON.writeValueAsString(device.use(options())));
    assertThatThrownBy(() -> ceremonies.used(answer, ceremonies.nobodys(), challenge))
        .isInstanceOf(BadPasskey.class);
  }

  @Test
  void itsCounterGoesOn() throws Exception {
    Device device = device();
    Ceremonies.Made made =
        ceremonies.made(JSON.writeValueAsString(device.make(options())), challenge);
    assertThat(made.kept().counter()).isEqualTo(1);
    Ceremonies.Answer answer = ceremonies.read(JSON.writeValueAsString(device.use(options())));
    assertThat(answer.credential()).isEqualTo(made.credential());
    assertThat(ceremonies.used(answer, made.kept(), challenge)).isEqualTo(2);
    Ceremonies.Kept ahead = new Ceremonies.Kept(made.kept().attested(), 2, false);
    assertThatThrownBy(() -> ceremonies.used(answer, ahead, challenge))
        .isInstanceOfSatisfying(
            BadPasskey.class, bad -> assertThat(bad.counterThatWentBack()).hasValue(2L));
  }

  /** A byte of what was signed is another one: it is refused, and nothing else happens. */
  @Property(tries = 300)
  void anotherByteAnywhereIsRefused(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Device device = device();
    Map<String, Object> first = device.make(options());
    Ceremonies.Made made = ceremonies.made(JSON.writeValueAsString(first), challenge);
    Map<String, Object> used = device.use(options());
    Map<String, Object> response = Device.response(used);
    String part =
        new String[] {"clientDataJSON", "authenticatorData", "signature"}[random.nextInt(3)];
    byte[] bytes = Base64.getUrlDecoder().decode(String.valueOf(response.get(part)));
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    response.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    String bent = JSON.writeValueAsString(used);
    assertThatThrownBy(() -> ceremonies.used(ceremonies.read(bent), made.kept(), challenge))
        .isInstanceOf(BadPasskey.class);
  }

  /** Damaged text is read or refused. */
  @Property(tries = 500)
  void damagedTextIsReadOrRefused(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    Device device = device();
    boolean making = random.nextBoolean();
    Map<String, Object> said = making ? device.make(options()) : device.use(options());
    StringBuilder text = new StringBuilder(JSON.writeValueAsString(said));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(40));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> text.delete(at, end);
        default -> text.insert(at, text.substring(at, end));
      }
    }
    try {
      if (making) {
        ceremonies.made(text.toString(), challenge);
      } else {
        ceremonies.used(ceremonies.read(text.toString()), ceremonies.nobodys(), challenge);
      }
    } catch (BadPasskey e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
