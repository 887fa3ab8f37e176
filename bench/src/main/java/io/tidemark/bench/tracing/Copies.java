package io.tidemark.bench.tracing;

import io.tidemark.bench.CopyFile;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.formats.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The released copies. Immutable. */
final class Copies {
  /** One of them. */
  record Copy(String party, Path file) {}

  private final List<Copy> all;
  private final JsonNode disclosures;

  private Copies(List<Copy> all, JsonNode disclosures) {
    this.all = all;
    this.disclosures = disclosures;
  }

  /** Those that {@code disclose --plan} answered with. */
  static Copies of(JsonNode disclosures) {
    List<Copy> all = new ArrayList<>();
    disclosures.forEach(
        one -> all.add(new Copy(one.get("party").asString(), Path.of(one.get("file").asString()))));
    return new Copies(List.copyOf(all), disclosures);
  }

  int size() {
    return all.size();
  }

  Copy at(int place) {
    return all.get(place);
  }

  LeakedTable rows(int place) throws IOException, Unreadable {
    return CopyFile.read(all.get(place).file());
  }

  /** What the planner said of them in this condition, the number that most of them were given. */
  OptionalInt rowsToName(Treatment condition) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (JsonNode one : disclosures) {
      JsonNode rows = one.get("rows_to_name").get(condition.name().toLowerCase(Locale.ROOT));
      if (rows != null && rows.isNumber()) {
        counts.merge(rows.asInt(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> OptionalInt.of(most.getKey()))
        .orElse(OptionalInt.empty());
  }
}
