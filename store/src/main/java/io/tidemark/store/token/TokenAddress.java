package io.tidemark.store.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a key lies in a token: a PKCS#11 URI (RFC 7512) of the attributes that Java can follow. It
 * holds no secret: a PIN is refused in it.
 *
 * @param slot the slot's id
 * @param object the key's label
 * @param module the absolute path of the token's module, or nothing where a setting names it
 * @param pinFile the file with the PIN, or nothing where the environment gives it
 */
public record TokenAddress(
    long slot, String object, Optional<Path> module, Optional<Path> pinFile) {
  /** How an address begins. */
  public static final String SCHEME = "pkcs11:";

  /** The form of an address, for people. */
  public static final String FORM =
      "pkcs11:slot-id=N;object=LABEL?module-path=/…/libsofthsm2.so&pin-source=file:/…/pin";

  private static final int LONGEST = 2_000;
  private static final Set<String> KNOWN =
      Set.of("slot-id", "object", "type", "module-path", "pin-source");

  /** Whether this is meant as an address. */
  public static boolean recognises(String text) {
    return text.strip().startsWith(SCHEME);
  }

  /** Reads an address. */
  public static TokenAddress parse(String text) throws TokenFault {
    String uri = text.strip();
    if (!recognises(uri) || uri.length() > LONGEST) {
      throw unreadable("");
    }
    String[] parts = uri.substring(SCHEME.length()).split("\\?", 2);
    Map<String, String> attributes = new LinkedHashMap<>();
    read(parts[0], ";", attributes);
    if (parts.length == 2) {
      read(parts[1], "&", attributes);
    }
    refuseOthers(attributes);
    String object = attributes.getOrDefault("object", "");
    if (!object.matches("[\\p{L}\\p{N} ._-]{1,64}")) {
      throw unreadable("object");
    }
    return new TokenAddress(
        slot(attributes.getOrDefault("slot-id", "")),
        object,
        Optional.ofNullable(attributes.get("module-path")).map(Path::of),
        pinFile(Optional.ofNullable(attributes.get("pin-source"))));
  }

  private static void read(String attributes, String by, Map<String, String> into)
      throws TokenFault {
    for (String attribute : attributes.split(by, -1)) {
      String[] pair = attribute.split("=", 2);
      if (pair.length != 2 || into.containsKey(pair[0])) {
        throw unreadable(pair[0]);
      }
      try {
        String value = pair[1].replace("+", "%2B"); // a plus is a plus in this kind of URI
        into.put(pair[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw unreadable(pair[0]);
      }
    }
  }

  private static void refuseOthers(Map<String, String> attributes) throws TokenFault {
    if (attributes.containsKey("pin-value")) {
      throw new TokenFault(
          "PIN 不写在地址里：请用 pin-source=file:/路径（0600），或 TIDEMARK_PKCS11_PIN、"
              + "TIDEMARK_PKCS11_PIN_COMMAND",
          "a PIN is not written into the address: use pin-source=file:/path (0600), or"
              + " TIDEMARK_PKCS11_PIN or TIDEMARK_PKCS11_PIN_COMMAND");
    }
    for (String name : attributes.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new TokenFault(
            "不认识 PKCS#11 地址中的 " + name + "（Java 只能按槽位找令牌，请写 slot-id）。形式：" + FORM,
            "unknown attribute "
                + name
                + " in the PKCS#11 address (Java finds a token by its slot only: write slot-id)."
                + " The form: "
                + FORM);
      }
    }
    if (!attributes.getOrDefault("type", "secret-key").equals("secret-key")) {
      throw unreadable("type");
    }
  }

  private static long slot(String text) throws TokenFault {
    if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > 0xFFFF_FFFFL) {
      throw unreadable("slot-id");
    }
    return Long.parseLong(text);
  }

  private static Optional<Path> pinFile(Optional<String> source) throws TokenFault {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    String file = source.get();
    if (!file.matches("file:/[^/].*")) {
      throw unreadable("pin-source");
    }
    return Optional.of(Path.of(file.substring("file:".length())));
  }

  private static TokenFault unreadable(String attribute) {
    return new TokenFault(
        "PKCS#11 地址写得不对：" + attribute + "。形式：" + FORM,
        "the PKCS#11 address is not of its form: " + attribute + ". The form: " + FORM);
  }
}
