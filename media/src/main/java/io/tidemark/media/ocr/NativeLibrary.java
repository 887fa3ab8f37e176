package io.tidemark.media.ocr;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's native library, unpacked to a folder of its own, which nobody else may enter (mode
 * 0700, as the JDK makes temporary folders), and removed as soon as it is loaded. Left to itself
 * ONNX Runtime would keep it there until the program ends, and for ever where it is killed; what it
 * still makes is an empty folder of mode 0700.
 */
final class NativeLibrary {
  private static final String FOLDER = "onnxruntime.native.path";

  private NativeLibrary() {}

  /** The environment of all networks; the first call loads the library. */
  static synchronized OrtEnvironment environment() {
    if (System.getProperty(FOLDER) != null) {
      return OrtEnvironment.getEnvironment();
    }
    try {
      Path folder = Files.createTempDirectory("tidemark-onnxruntime");
      try {
        unpack(folder);
        System.setProperty(FOLDER, folder.toString());
        return OrtEnvironment.getEnvironment();
      } finally {
        for (String name : names()) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the library that reads pictures cannot be unpacked", e);
    }
  }

  private static List<String> names() {
    return List.of(
        System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
  }

  private static void unpack(Path folder) throws IOException {
    for (String name : names()) {
      String resource = "/ai/onnxruntime/native/" + platform() + '/' + name;
      try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("no library for " + platform() + ": Linux and macOS have one");
        }
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String named = system.contains("mac") ? "osx" : system.contains("linux") ? "linux" : system;
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    return named + '-' + (intel ? "x64" : processor);
  }
}
