package io.tidemark.bench.tracing;

import io.tidemark.bench.CopyFile;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.formats.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The copies that {@code disclose --plan} released to the recipients. Immutable. */
final class Copies {
  /** One of them. */
  record Copy(String party, String disclosure, Path file, int rows) {
    private static Copy of(JsonNode json) {
      return new Copy(
          json.get("party").asString(),
          json.get("disclosure").asString(),
          Path.of(json.get("file").asString()),
          json.get("rows").asInt() + json.get("honey").asInt());
    }
  }

  private final List<Copy> all;

  private Copies(List<Copy> all) {
    this.all = List.copyOf(all);
  }

  /** Those to parties whose names begin so. */
  static Copies of(JsonNode disclosures, String parties) {
    List<Copy> all = new ArrayList<>();
    for (JsonNode one : disclosures) {
      if (one.get("party").asString().startsWith(parties)) {
        all.add(Copy.of(one));
      }
    }
    return new Copies(all);
  }

  int size() {
    return all.size();
  }

  Copy at(int place) {
    return all.get(place);
  }

  List<String> parties() {
    return all.stream().map(Copy::party).toList();
  }

  /** So many rows, or as many as each copy has. */
  int most(int rows) {
    return Math.min(rows, all.get(0).rows());
  }

  /** The place of the copy that a trial with this seed leaks. */
  int place(long seed) {
    return (int) Long.remainderUnsigned(seed, all.size());
  }

  /** A whole copy as its recipient opens it. */
  LeakedTable rows(int place) throws IOException, Unreadable {
    return CopyFile.read(all.get(place).file());
  }

  /**
   * Some rows of a copy in a drawn order. Only these are parsed: copies are long and trials many.
   */
  LeakedTable sample(int place, int rows, long seed) throws IOException, Unreadable {
    Copy copy = all.get(place);
    List<String> lines = Files.readAllLines(copy.file());
    if (lines.size() != copy.rows() + 1) {
      throw new IllegalStateException(
          "expected " + copy.rows() + " lines and headings, found " + lines.size());
    }
    List<String> some = new ArrayList<>(List.of(lines.get(0)));
    for (int row : drawn(copy.rows(), rows, seed)) {
      some.add(lines.get(1 + row));
    }
    Path part = Files.createTempFile(copy.file().getParent(), "part", ".csv");
    try {
      return CopyFile.read(Files.write(part, some));
    } finally {
      Files.delete(part);
    }
  }

  /** The numbers of {@code rows} of {@code all} rows, or of all; in a drawn order. */
  static int[] drawn(int all, int rows, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, all).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().limit(rows).mapToInt(Integer::intValue).toArray();
  }
}
