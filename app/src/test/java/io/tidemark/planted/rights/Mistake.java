package io.tidemark.planted.rights;

/** Planted: the rights speak SQL. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return java.sql.Connection.class.getName();
  }
}
