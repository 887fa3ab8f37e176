package io.tidemark.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How partners' webhooks are reached: at public addresses, and in these networks.
 *
 * @param networks others that are allowed, such as {@code 10.20.0.0/16}
 * @param authority certificates that vouch for webhooks (PEM), or nothing for those of the system
 */
public record WebhookSettings(List<String> networks, Optional<Path> authority) {
  /** Public addresses alone, with certificates that the system trusts. */
  public static final WebhookSettings USUAL = new WebhookSettings(List.of(), Optional.empty());

  /** Copies the list. */
  public WebhookSettings {
    networks = List.copyOf(networks);
  }
}
