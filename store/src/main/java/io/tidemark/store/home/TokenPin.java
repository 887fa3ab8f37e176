package io.tidemark.store.home;

import io.tidemark.store.token.TokenAddress;
import io.tidemark.store.token.TokenFault;
import io.tidemark.store.token.TokenKey;
import io.tidemark.terms.Words;
import io.tidemark.vault.MasterKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Keys in tokens, with what the operator says of them: the PIN ({@code TIDEMARK_PKCS11_PIN}, {@code
 * TIDEMARK_PKCS11_PIN_COMMAND}, or the file that the address names), and the module ({@code
 * TIDEMARK_PKCS11_MODULE}, or as the address names it).
 */
final class TokenPin {
  private static final String MODULE = "TIDEMARK_PKCS11_MODULE";
  private static final String PIN = "TIDEMARK_PKCS11_PIN";
  private static final String PIN_COMMAND = "TIDEMARK_PKCS11_PIN_COMMAND";
  private static final Words WHAT = new Words("令牌的 PIN", "the token's PIN");

  private final Map<String, String> environment;

  TokenPin(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What is done with an address and a PIN. */
  private interface Use {
    MasterKey with(TokenAddress address, char[] pin) throws TokenFault;
  }

  /** The key at this address. */
  MasterKey open(String address) throws HomeFault, IOException {
    return use(address, TokenKey::open);
  }

  /** The key at this address, drawn by the token where there is none. */
  void draw(String address) throws HomeFault, IOException {
    use(address, TokenKey::openOrDraw);
  }

  private MasterKey use(String text, Use use) throws HomeFault, IOException {
    try {
      TokenAddress read = TokenAddress.parse(text);
      Optional<Path> module = Optional.ofNullable(environment.get(MODULE)).map(Path::of);
      TokenAddress address =
          new TokenAddress(
              read.slot(), read.object(), module.or(() -> read.module()), read.pinFile());
      char[] pin = pin(address).strip().toCharArray();
      try {
        return use.with(address, pin);
      } finally {
        Arrays.fill(pin, '\0');
      }
    } catch (TokenFault e) {
      throw new HomeFault(e.words(), e);
    }
  }

  private String pin(TokenAddress address) throws HomeFault, IOException {
    String given = environment.get(PIN);
    if (given != null) {
      return given;
    }
    String command = environment.get(PIN_COMMAND);
    if (command != null) {
      return HandedOver.command(command, WHAT);
    }
    if (address.pinFile().isPresent()) {
      return pinFile(address.pinFile().get());
    }
    throw new HomeFault(
        "需要令牌的 PIN：请设置 " + PIN + " 或 " + PIN_COMMAND + "，或在地址中写 pin-source=file:/路径（0600）",
        "the token's PIN is needed: set "
            + PIN
            + " or "
            + PIN_COMMAND
            + ", or write pin-source=file:/path (0600) into the address");
  }

  private static String pinFile(Path file) throws HomeFault {
    try {
      return HandedOver.file(file, WHAT);
    } catch (IOException e) {
      throw new HomeFault(
          new Words("读不到令牌的 PIN：" + file, "the file with the token's PIN cannot be read: " + file),
          e);
    }
  }
}
