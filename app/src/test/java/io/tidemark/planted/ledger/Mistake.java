package io.tidemark.planted.ledger;

/** Planted: the ledger opens the vault. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.vault.Vault.class.getName();
  }
}
