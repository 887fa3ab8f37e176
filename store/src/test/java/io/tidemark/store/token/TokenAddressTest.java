package io.tidemark.store.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses (RFC 7512), of which those count that Java can follow. */
final class TokenAddressTest {
  @Test
  void anAddressSaysSlotLabelModuleAndWhereThePinIs() throws Exception {
    TokenAddress read =
        TokenAddress.parse(
            " pkcs11:slot-id=7;object=tide%20mark;type=secret-key"
                + "?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/tidemark/pin\n");
    assertThat(read)
        .isEqualTo(
            new TokenAddress(
                7,
                "tide mark",
                Optional.of(Path.of("/usr/lib/softhsm/libsofthsm2.so")),
                Optional.of(Path.of("/etc/tidemark/pin"))));
    assertThat(TokenAddress.recognises("ab".repeat(32))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs11:",
        "pkcs11:object=tidemark",
        "pkcs11:slot-id=7",
        "pkcs11:slot-id=seven;object=tidemark",
        "pkcs11:slot-id=99999999999;object=tidemark",
        "pkcs11:slot-id=7;slot-id=8;object=tidemark",
        "pkcs11:slot-id=7;object=",
        "pkcs11:slot-id=7;object=a%0Ab",
        "pkcs11:slot-id=7;object=%zz",
        "pkcs11:slot-id=7;object=tidemark;type=private",
        "pkcs11:token=tidemark;object=tidemark",
        "pkcs11:slot-id=7;object=tidemark?pin-value=1234",
        "pkcs11:slot-id=7;object=tidemark?pin-source=https://pins.example.com",
        "pkcs11:slot-id=7;object=tidemark?pin-source=file:pin",
        "slot-id=7;object=tidemark"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> TokenAddress.parse(text))
        .isInstanceOfSatisfying(
            TokenFault.class, fault -> assertThat(fault.words().zh()).isNotEmpty());
  }

  @Test
  void aModuleWhosePathWouldBeMoreThanAPathIsNotLoaded() throws Exception {
    for (String module :
        new String[] {"/tmp/a%0Aslot%20=%200", "relative.so", "/tmp/$%7Buser%7D"}) {
      TokenAddress address =
          TokenAddress.parse("pkcs11:slot-id=7;object=tidemark?module-path=" + module);
      assertThatThrownBy(() -> TokenKey.open(address, new char[0]))
          .isInstanceOf(TokenFault.class)
          .hasMessageContaining("cannot be loaded");
    }
  }

  @Test
  void aKeyThatCanBeTakenOutIsRefused() {
    assertThatThrownBy(() -> TokenKey.kept(new SecretKeySpec(new byte[32], "AES")))
        .isInstanceOf(TokenFault.class)
        .hasMessageContaining("can be taken out");
  }
}
