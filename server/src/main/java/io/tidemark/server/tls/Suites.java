package io.tidemark.server.tls;

import java.util.List;

/**
 * How connections are encrypted, on every port: TLS 1.3, and of TLS 1.2 what has forward secrecy
 * and authenticated encryption (BSI TR-02102-2, RFC 9325); ours first. CCM is left out: nobody asks
 * for it.
 */
public final class Suites {
  /** The protocols, as JSSE names them. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /** The cipher suites, as JSSE names them, best first. */
  public static final List<String> CIPHERS =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

  private Suites() {}
}
