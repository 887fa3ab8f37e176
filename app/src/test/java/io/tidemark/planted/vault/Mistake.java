package io.tidemark.planted.vault;

/** Planted: the vault speaks SQL. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return java.sql.Connection.class.getName();
  }
}
