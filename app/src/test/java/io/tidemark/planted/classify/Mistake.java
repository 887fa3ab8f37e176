package io.tidemark.planted.classify;

/** Planted: a label reads JSON. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return tools.jackson.databind.json.JsonMapper.class.getName();
  }
}
