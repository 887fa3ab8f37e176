package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.FoundClass;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures are told together; what stands in them is {@code media}'s. */
final class ScreenshotsTest {
  private static final byte[] HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};

  @TempDir private Path folder = Path.of(".");

  /** A file that begins as a picture does, with a number and a line behind it. */
  private static byte[] picture(int number, String line) {
    byte[] text = (number + ":" + line).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(HEAD, HEAD.length + text.length);
    System.arraycopy(text, 0, all, HEAD.length, text.length);
    return all;
  }

  private void picture(String name, int number, String line) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, picture(number, line));
  }

  private static Shown read(Path file) throws Unreadable {
    try {
      byte[] all = Files.readAllBytes(file);
      String text = new String(all, HEAD.length, all.length - HEAD.length, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return Screenshot.of(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
    } catch (IOException e) {
      throw Unreadable.file(file, new Words("坏", "bad"));
    }
  }

  private Met scanned() throws IOException {
    Met met = new Met();
    try (Pile pile = Pile.of(List.of(folder), PileLimits.USUAL);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      new Scan(Met.ground(Finders.usual()), Optional.of(ScreenshotsTest::read), documents, met)
          .read(pile);
    }
    return met;
  }

  private static Sighting only(Met met, FoundClass found) {
    assertThat(met.of(found)).as(found.id()).hasSize(1);
    return met.of(found).get(0);
  }

  @Test
  void aNameAndThePlateInTheNextPictureAreOnePersons() throws Exception {
    picture("a2.jpg", 1, "姓名：张伟，电话 13800138000");
    picture("a10.jpg", 2, "车牌川A12345，六月到期");
    Met met = scanned();
    Sighting name = only(met, FoundClass.NAME);
    Sighting plate = only(met, FoundClass.PLATE);
    assertThat(plate.person()).isPositive().isEqualTo(name.person());
    assertThat(name.path()).endsWith("a2.jpg");
    assertThat(plate.path()).endsWith("a10.jpg");
    assertThat(plate.place()).isEqualTo(new Place.InPicture(10, 0, 5, 5, List.of()));
  }

  @Test
  void whatTwoPicturesShareIsFoundAndBothAreNamed() throws Exception {
    picture("1.jpg", 1, "他的电话是 138001");
    picture("2.jpg", 2, "38000 别忘了");
    Sighting phone = only(scanned(), FoundClass.MOBILE);
    assertThat(Met.value(phone)).isEqualTo("13800138000");
    assertThat(phone.path()).endsWith("1.jpg");
    Place.InPictures place = (Place.InPictures) phone.place();
    assertThat(place.first().x()).isZero();
    assertThat(place.further())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).endsWith("2.jpg");
              assertThat(one.box().x()).isEqualTo(10);
            });
    SightingJson json = SightingJson.masked(phone);
    assertThat(String.valueOf(json.place().get("goes_on")))
        .contains("2.jpg")
        .doesNotContain("13800138000");
    assertThat(place.words().en()).isEqualTo("pixels 0,0 5×5 and 1 more");
  }

  @Test
  void picturesThatDoNotGoOnAreToldByThemselves() throws Exception {
    picture("1.jpg", 1, "姓名：张伟");
    picture("2.jpg", 5, "车牌川A12345");
    Met met = scanned();
    assertThat(only(met, FoundClass.PLATE).person())
        .isNotEqualTo(only(met, FoundClass.NAME).person());
  }

  @Test
  void picturesOfAnotherFolderAreAnotherConversation() throws Exception {
    picture("a/1.jpg", 1, "姓名：张伟");
    picture("b/2.jpg", 2, "车牌川A12345");
    Met met = scanned();
    assertThat(only(met, FoundClass.PLATE).person())
        .isNotEqualTo(only(met, FoundClass.NAME).person());
  }

  @Test
  void aFileBetweenThemEndsTheConversation() throws Exception {
    picture("1.jpg", 1, "姓名：张伟");
    Files.writeString(folder.resolve("15.txt"), "电话 13900139000\n");
    picture("20.jpg", 2, "车牌川A12345");
    Met met = scanned();
    assertThat(only(met, FoundClass.PLATE).person())
        .isNotEqualTo(only(met, FoundClass.NAME).person());
    assertThat(met.sightings.stream().map(one -> one.path().replaceAll(".*/", "")).toList())
        .containsExactly("1.jpg", "15.txt", "20.jpg");
  }

  @Test
  void picturesOfAnArchiveComeInTheOrderOfTheirNames() throws Exception {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      for (int number : List.of(10, 9, 11)) {
        zip.putNextEntry(new ZipEntry("s/" + number + ".jpg"));
        zip.write(picture(number, number == 9 ? "姓名：张伟" : number == 11 ? "车牌川A12345" : "好的"));
      }
    }
    Met met = scanned();
    Sighting plate = only(met, FoundClass.PLATE);
    assertThat(plate.path()).endsWith("a.zip!/s/11.jpg");
    assertThat(plate.person()).isEqualTo(only(met, FoundClass.NAME).person());
  }

  @Test
  void aConversationHasAnEnd() throws Exception {
    Met met = new Met();
    Screenshots shots = new Screenshots(new Telling(Met.ground(Finders.usual()), met));
    List<Integer> told = new ArrayList<>();
    for (int i = 1; i <= Screenshots.MOST + 1; i++) {
      shots.next("f/" + i + ".jpg", Screenshot.of(i, i == 1 ? "电话 13800138000" : "好的"));
      told.add(met.sightings.size());
    }
    assertThat(told.get(Screenshots.MOST - 1)).isZero();
    assertThat(told.get(Screenshots.MOST)).isEqualTo(1);
  }
}
