package io.tidemark.planted.authorise;

/** Planted: who decides opens the vault. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return io.tidemark.vault.Vault.class.getName();
  }
}
