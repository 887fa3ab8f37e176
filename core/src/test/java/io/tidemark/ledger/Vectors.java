package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code vectors/ledger}. */
final class Vectors {
  private static final Path ROOT = Path.of(System.getProperty("project.root"), "vectors", "ledger");

  private Vectors() {}

  static List<Path> in(String folder, String ending) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** The key of the same name, or else the folder's. */
  static VerifierKey key(Path vector) throws IOException, LedgerException {
    Path own = sibling(vector, ".vkey");
    Path folders = vector.resolve("../../key.vkey").normalize();
    return VerifierKey.parse(Files.readString(Files.exists(own) ? own : folders).strip());
  }

  static Path sibling(Path vector, String ending) {
    String name = String.valueOf(vector.getFileName());
    return vector.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }

  /** A proof of tree hashes: {@code name value} lines. */
  record Tree(List<String> lines) {
    static Tree read(Path file) throws IOException {
      return new Tree(Files.readAllLines(file));
    }

    String text(String name) {
      return all(name).get(0);
    }

    long number(String name) {
      return Long.parseLong(text(name));
    }

    Digest hash(String name) {
      return Digest.of(Base64.getDecoder().decode(text(name)));
    }

    List<Digest> path() {
      return all("path").stream().map(h -> Digest.of(Base64.getDecoder().decode(h))).toList();
    }

    private List<String> all(String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .toList();
    }
  }
}
