package io.tidemark.planted.find;

/** Planted: a finder reads JSON. */
final class Mistake {
  private Mistake() {}

  static String planted() {
    return tools.jackson.databind.json.JsonMapper.class.getName();
  }
}
