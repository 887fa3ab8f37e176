package io.tidemark.formats.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 7z archives as 7-Zip writes them, and what must not be taken out of one. */
final class SevenLevelTest {
  @TempDir private Path folder = Path.of(".");

  private Path written(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SevenLevelTest.class.getResourceAsStream("seven/" + name))) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  /** What a pile gave: texts, and reasons why not, by their paths below the folder. */
  private Map<String, String> all(Path file, PileLimits limits) throws IOException {
    Map<String, String> met = new LinkedHashMap<>();
    try (Pile pile = Pile.of(List.of(file), limits)) {
      for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
        String told =
            lying instanceof Item item
                ? Files.readString(item.file()).strip()
                : "! " + ((Skipped) lying).why().en();
        met.put(lying.path().substring(folder.toString().length() + 1), told);
      }
    }
    return met;
  }

  private Map<String, String> all(String name) throws IOException {
    return all(written(name), PileLimits.USUAL);
  }

  @Test
  void filesOfASolidArchiveAreReadAndALinkIsNotFollowed() throws IOException {
    assertThat(all("plain.7z"))
        .containsOnly(
            Map.entry("plain.7z!/a.txt", "张三 13800138000"),
            Map.entry("plain.7z!/客户/名单.txt", "李四 13900139000"),
            Map.entry("plain.7z!/link", "! a link within an archive: not followed"));
  }

  @Test
  void aPasswordIsNamedWhetherTheDirectoryIsHiddenOrNot() throws IOException {
    String locked = "! it is protected by a password";
    assertThat(all("locked.7z")).containsOnly(Map.entry("locked.7z", locked));
    assertThat(all("hidden.7z")).containsOnly(Map.entry("hidden.7z", locked));
  }

  @Test
  void aBombIsNamedAndItsNeighbourIsRead() throws IOException {
    Map<String, String> met = all("bomb.7z");
    assertThat(met.get("bomb.7z!/zeros")).contains("bomb");
    assertThat(met.get("bomb.7z!/a.txt")).isEqualTo("张三 13800138000");
  }

  @Test
  void aDictionaryBeyondAllMeasureIsNotMade() throws IOException {
    assertThat(all("dict.7z").values()).singleElement().asString().contains("memory");
  }

  @Test
  void aMethodThatIsNotReadIsSaidToBeOne() throws IOException {
    assertThat(all("ppmd.7z").values()).singleElement().asString().contains("a way that is not");
  }

  @Test
  void archivesWithinEachOtherAreCountedLikeAnyOther() throws IOException {
    Path inner = written("plain.7z");
    for (int i = 0; i < 3; i++) {
      Path outer = folder.resolve("o" + i + ".7z");
      try (SevenZOutputFile out = new SevenZOutputFile(outer.toFile())) {
        SevenZArchiveEntry entry = out.createArchiveEntry(inner, inner.getFileName().toString());
        out.putArchiveEntry(entry);
        out.write(inner);
        out.closeArchiveEntry();
      }
      inner = outer;
    }
    PileLimits three = new PileLimits(3, 50, 1 << 20, 1 << 20, 200, 16 << 20, Patience.USUAL);
    assertThat(all(inner, three))
        .containsOnly(
            Map.entry("o2.7z!/o1.7z!/o0.7z!/plain.7z", "! archives are nested too deeply"));
    assertThat(all(inner, PileLimits.USUAL)).hasSize(3);
  }

  @Test
  void whatWasCutOffGivesWhatItHasOrSaysThatItIsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(written("plain.7z"));
    List<String> reasons = new ArrayList<>();
    for (int length = 6; length < whole.length; length += 7) {
      Path cut = Files.write(folder.resolve("cut.7z"), java.util.Arrays.copyOf(whole, length));
      reasons.addAll(all(cut, PileLimits.USUAL).values());
    }
    assertThat(reasons).isNotEmpty().allMatch(reason -> reason.contains("damaged"));
  }
}
