package io.tidemark.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BinariesTest {
  private static Path locate(Path cache) throws DatabaseUnavailable, IOException {
    return Binaries.in(cache, Deadline.in(Duration.ofSeconds(30)));
  }

  @Test
  void aDamagedCacheIsMadeAnewAndASoundOneIsKept(@TempDir Path cache) throws Exception {
    Files.createDirectories(cache.resolve("postgresql-" + Archive.VERSION + ".part/bin"));
    Path folder = locate(cache);
    Path library = folder.resolve("lib/postgresql/plpgsql.so");
    long size = Files.size(library);
    assertThat(folder.resolve("bin/initdb")).isExecutable();
    assertThat(folder.resolve("lib/libpq.so.5")).isSymbolicLink().isRegularFile();

    Files.write(library, new byte[0]);
    Path mark = Files.createFile(folder.resolve("mark"));
    assertThat(locate(cache)).isEqualTo(folder);
    assertThat(library).hasSize(size);
    assertThat(mark).doesNotExist();

    Files.createFile(mark);
    assertThat(locate(cache)).isEqualTo(folder);
    assertThat(mark).exists();
  }
}
