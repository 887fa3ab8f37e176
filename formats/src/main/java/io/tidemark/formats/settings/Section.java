package io.tidemark.formats.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping whose keys are known. Confined to one reading. */
final class Section {
  private final Value place;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private Section(Value place) {
    this.place = place;
  }

  /**
   * The mapping at {@code place}, whose keys may only be these.
   *
   * @param keys a key that may be absent ends with a question mark
   */
  static Section of(Value place, String... keys) {
    List<String> names = Arrays.stream(keys).map(key -> key.replace("?", "")).toList();
    Section section = new Section(place);
    for (Value.Entry entry : place.entries()) {
      String key = entry.value().key();
      if (names.contains(key)) {
        section.values.put(key, entry.value());
      } else {
        entry
            .name()
            .fault(
                key,
                "不认识的键；可用：" + String.join("、", names),
                "unknown key; there are: " + String.join(", ", names));
      }
    }
    if (place.mapping()) {
      Arrays.stream(keys).filter(key -> !key.endsWith("?")).forEach(section::demand);
    }
    return section;
  }

  private void demand(String key) {
    if (!values.containsKey(key)) {
      place.fault(key, "缺少这个键", "this key is missing");
    }
  }

  /** The place of the mapping. */
  Value place() {
    return place;
  }

  /** The value under {@code key}, or nothing where it is absent. */
  Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** What stands under {@code key}, or nothing where it is absent or wrong. */
  <T> Optional<T> read(String key, Function<Value, Optional<T>> reader) {
    return value(key).flatMap(reader);
  }
}
