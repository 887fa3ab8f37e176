package io.tidemark.ledger;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what people signed is theirs: reads the entries of a ledger in their order, learns
 * people's public keys from them, and holds each signature against the keys that its actor had
 * then. Not thread-safe.
 */
public final class PeoplesKeys {
  /** Kinds that nobody but a person records. */
  private static final Set<String> ALWAYS_SIGNED = Set.of("approval", "rejection", "delegation");

  /** Where a person gets a key in place of the one before: a credential's, an account's. */
  private static final Set<String> REPLACING = Set.of("enrolment", "account");

  /** Each sign-in at the insurer's provider draws a key, beside those of other sessions. */
  private static final String ADDING = "sign-in";

  /** What can be wrong with an entry's signature. */
  public enum Wrong {
    /** Nobody signed what only a person records. */
    UNSIGNED,
    /** It is signed with a key that its actor did not have then. */
    FOREIGN,
    /** The signature does not hold. */
    BROKEN
  }

  private final Map<String, Map<String, Set<String>>> keys = new HashMap<>();

  /**
   * Takes the next entry.
   *
   * @return what is wrong with its signature; nothing where it holds or none is due
   */
  public Optional<Wrong> next(Entry entry) {
    learn(entry);
    Optional<String> by = entry.value("signed-by");
    if (by.isEmpty()) {
      return ALWAYS_SIGNED.contains(entry.kind()) ? Optional.of(Wrong.UNSIGNED) : Optional.empty();
    }
    if (!has(entry.value("actor").orElse(""), by.get())) {
      return Optional.of(Wrong.FOREIGN);
    }
    return holds(entry, by.get()) ? Optional.empty() : Optional.of(Wrong.BROKEN);
  }

  private void learn(Entry entry) {
    String kind = entry.kind();
    Optional<String> person = entry.value(kind.equals(ADDING) ? "actor" : "person");
    Optional<String> key = entry.value("key");
    if (person.isEmpty() || key.isEmpty() || !(REPLACING.contains(kind) || kind.equals(ADDING))) {
      return;
    }
    Set<String> known =
        keys.computeIfAbsent(person.get(), who -> new HashMap<>())
            .computeIfAbsent(kind, of -> new HashSet<>());
    if (REPLACING.contains(kind)) {
      known.clear();
    }
    known.add(key.get());
  }

  private boolean has(String person, String key) {
    return keys.getOrDefault(person, Map.of()).values().stream()
        .anyMatch(known -> known.contains(key));
  }

  private static boolean holds(Entry entry, String key) {
    byte[] bytes = entry.bytes();
    Optional<String> signature = entry.value("signature");
    if (signature.isEmpty()
        || !entry.lines().get(entry.lines().size() - 1).key().equals("signature")) {
      return false;
    }
    int last = ("signature " + signature.get() + "\n").getBytes(StandardCharsets.UTF_8).length;
    try {
      new Ed25519Verify(HexFormat.of().parseHex(key))
          .verify(
              Base64.getDecoder().decode(signature.get()),
              Arrays.copyOf(bytes, bytes.length - last));
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
