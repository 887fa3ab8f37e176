package io.tidemark.telephone;

import java.util.Locale;

/** How SIP messages are carried (RFC 3261, 18). */
public enum Transport {
  UDP,
  TCP,
  TLS;

  /** As URIs and listening points name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Transport of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a transport is udp, tcp or tls", e);
    }
  }
}
