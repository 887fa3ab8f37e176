package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
  /** Loads a network in a process of its own and says what it left in temporary folders. */
  public static final class Loading {
    private Loading() {}

    /** Prints each file, and each folder with its mode, beneath that of temporary files. */
    public static void main(String[] args) throws IOException {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      try (Network network = Network.load("/models/ch_ppocr_mobile_v2.0_cls_infer.onnx", 1);
          Stream<Path> left = Files.walk(temporary)) {
        System.out.println(
            "read " + network.run(new float[3 * 48 * 192], 1, 3, 48, 192).shape()[1]);
        for (Path each : left.filter(file -> !file.equals(temporary)).toList()) {
          String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
          System.out.println(Files.isDirectory(each) ? "folder " + mode : "file " + each);
        }
      }
    }
  }

  @Test
  void theNativeLibraryIsRemovedOnceItIsLoaded(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + folder,
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try (BufferedReader lines = process.inputReader()) {
      said = lines.lines().toList();
    }
    assertThat(process.waitFor()).isZero();
    assertThat(said).containsExactly("read 2", "folder rwx------");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theAlphabetIsTheRecognisers() {
    try (Network network = Network.load("/models/ch_PP-OCRv4_rec_infer.onnx", 1)) {
      assertThat(network.run(new float[3 * 48 * 96], 1, 3, 48, 96).shape()[2])
          .isEqualTo(Alphabet.size());
    }
  }
}
