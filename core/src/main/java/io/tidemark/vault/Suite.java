package io.tidemark.vault;

import io.tidemark.ledger.Entry;
import io.tidemark.vault.KeyRing.Use;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The cryptography that a home keeps its data with, chosen when it is made and recorded in the
 * ledger's first entry: what a key or a sealed record of one suite says, the other cannot read. Not
 * part of it is what strangers check by public formats (the Merkle tree, digests, Ed25519) and the
 * choice of spellings. Thread-safe.
 */
public enum Suite {
  /** AES-256-GCM; HKDF and HMAC with SHA-256; FF1 over AES. */
  INTERNATIONAL("AES-256-GCM, HKDF-SHA256, HMAC-SHA256, FF1-AES, SHA-256, Ed25519, Argon2id") {
    @Override
    public Seal seal(byte[] key) {
      return new AesSeal(key);
    }

    @Override
    public Seal seal(byte[] secret, byte[] salt, String info) {
      return new AesSeal(hkdf(secret, salt, info, KEY));
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, String info, int size) {
      return Sha256Hkdf.derive(secret, salt, info.getBytes(StandardCharsets.UTF_8), size);
    }

    @Override
    public Mac mac(byte[] key) {
      try {
        return keyed(Mac.getInstance("HmacSHA256"), key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has HmacSHA256", e);
      }
    }

    @Override
    public BlockCipher blockCipher() {
      return new PlatformAes();
    }

    @Override
    public byte[] blockKey(byte[] key) {
      return key.clone();
    }

    @Override
    Set<Use> uses() {
      return EnumSet.complementOf(EnumSet.of(Use.LEDGER_SM2));
    }

    @Override
    String bound(String name) {
      return name;
    }
  },

  /**
   * SM4-GCM (GB/T 32907, RFC 8998); HKDF and HMAC with SM3 (GB/T 32905); FF1 over SM4; the ledger's
   * heads signed by SM2 (GB/T 32918) as well.
   */
  SM("SM4-GCM, HKDF-SM3, HMAC-SM3, FF1-SM4, SM2 with SM3 and Ed25519, SHA-256, Argon2id") {
    @Override
    public Seal seal(byte[] key) {
      return seal(key, new byte[0], "tidemark key v1");
    }

    @Override
    public Seal seal(byte[] secret, byte[] salt, String info) {
      return new Sm4Seal(hkdf(secret, salt, info, Sm4Seal.KEY));
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, String info, int size) {
      HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SM3Digest());
      hkdf.init(new HKDFParameters(secret, salt, info.getBytes(StandardCharsets.UTF_8)));
      byte[] derived = new byte[size];
      hkdf.generateBytes(derived, 0, size);
      return derived;
    }

    @Override
    public Mac mac(byte[] key) {
      try {
        return keyed(Mac.getInstance("HMACSM3", Library.BOUNCY_CASTLE), key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Bouncy Castle has HMAC-SM3", e);
      }
    }

    @Override
    public BlockCipher blockCipher() {
      return new SM4Engine();
    }

    @Override
    public byte[] blockKey(byte[] key) {
      return hkdf(key, new byte[0], "tidemark block key v1", Sm4Seal.KEY);
    }

    @Override
    Set<Use> uses() {
      return EnumSet.allOf(Use.class);
    }

    @Override
    String bound(String name) {
      return "sm " + name;
    }
  };

  /** The line of the ledger's first entry that names the suite; without it, international. */
  public static final String LINE = "suite";

  /** Bytes of a key that is kept. */
  static final int KEY = 32;

  private final String algorithms;

  Suite(String algorithms) {
    this.algorithms = algorithms;
  }

  /** Loaded where it is needed. */
  private static final class Library {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  }

  private static Mac keyed(Mac mac, byte[] key) throws GeneralSecurityException {
    mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
    return mac;
  }

  /** Its name in settings, entries and options: {@code international} or {@code sm}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The suite of this name. */
  public static Optional<Suite> of(String id) {
    for (Suite suite : values()) {
      if (suite.id().equals(id)) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }

  /** The suite that a ledger's first entry names; nothing where it names one that is unknown. */
  public static Optional<Suite> named(Entry init) {
    return of(init.value(LINE).orElse(INTERNATIONAL.id()));
  }

  /** The algorithms of a home with this suite, for people. */
  public String algorithms() {
    return algorithms;
  }

  /** Seals under a key of 32 bytes. */
  public abstract Seal seal(byte[] key);

  /** Seals under a key derived from a secret, a salt and a name. */
  public abstract Seal seal(byte[] secret, byte[] salt, String info);

  /** HKDF (RFC 5869) with the suite's hash. */
  public abstract byte[] hkdf(byte[] secret, byte[] salt, String info, int size);

  /** HMAC with the suite's hash, 32 bytes, under this key. Not thread-safe. */
  public abstract Mac mac(byte[] key);

  /** A fresh cipher of blocks of 16 bytes. Not thread-safe. */
  public abstract BlockCipher blockCipher();

  /** The key of {@link #blockCipher} that comes from a key of 32 bytes. */
  public abstract byte[] blockKey(byte[] key);

  /** Whether the ledger's heads are signed by SM2 as well. */
  public boolean signsBySm2() {
    return uses().contains(Use.LEDGER_SM2);
  }

  /** Which keys a home of this suite has. */
  abstract Set<Use> uses();

  /** What a wrapped key of this name is bound to. */
  abstract String bound(String name);
}
