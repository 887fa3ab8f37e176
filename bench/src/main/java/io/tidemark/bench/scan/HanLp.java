package io.tidemark.bench.scan;

import io.tidemark.bench.Stage;
import io.tidemark.find.Span;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HanLP's portable version beside us, from the folder of the peers: it is in no executable of ours,
 * so its three methods are called by name. Thread-safe as HanLP is.
 */
final class HanLp {
  /** What stands in a report where the peers were not built. */
  static final Words MISSING =
      new Words(
          "不可用：mvn -Ppeers -pl peers package", "not available: mvn -Ppeers -pl peers package");

  private final Method segment;
  private final Field word;
  private final Field nature;

  private HanLp(ClassLoader loader) throws ReflectiveOperationException {
    segment = loader.loadClass("com.hankcs.hanlp.HanLP").getMethod("segment", String.class);
    Class<?> term = loader.loadClass("com.hankcs.hanlp.seg.common.Term");
    word = term.getField("word");
    nature = term.getField("nature");
  }

  /** It, where the peers were built. */
  static Optional<HanLp> built(Stage stage) throws IOException, ReflectiveOperationException {
    Optional<Path> libraries =
        stage
            .sources()
            .map(sources -> sources.resolve("peers/target/lib"))
            .filter(Files::isDirectory);
    if (libraries.isEmpty()) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries.get(), "hanlp-*.jar")) {
      for (Path jar : jars) {
        return Optional.of(of(jar));
      }
    }
    return Optional.empty();
  }

  static HanLp of(Path jar) throws IOException, ReflectiveOperationException {
    return new HanLp(new URLClassLoader(new URL[] {jar.toUri().toURL()}));
  }

  /** Where the words stand whose part of speech begins so: {@code nr} for persons. */
  List<Span> spans(String text, String part) throws ReflectiveOperationException {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (Object term : (List<?>) segment.invoke(null, text)) {
      int length = ((String) word.get(term)).length();
      if (nature.get(term).toString().startsWith(part)) {
        spans.add(new Span(at, at + length));
      }
      at += length;
    }
    return spans;
  }
}
