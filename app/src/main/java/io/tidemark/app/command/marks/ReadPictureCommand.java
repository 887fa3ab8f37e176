package io.tidemark.app.command.marks;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.FoundMarks;
import io.tidemark.app.files.PictureFile;
import io.tidemark.authorise.Act;
import io.tidemark.custody.marks.Marking;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.ledger.Receipt;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads the marks of pictures. */
@Command(
    name = "picture",
    description = {
      "读出图片中的标记：属于哪一次披露、给了谁。不需要原图、原尺寸；没有标记就说没有。先记账，后显示。",
      "Reads the marks of pictures: which disclosure each belongs to and who received it. Neither"
          + " the original nor its size is needed; where there is no mark of ours, it says so. The"
          + " entry comes before the answer.",
      "每张图片误读的概率不超过核对次数乘以 2 的 -40 次方（答复中的 bound）。退出码 1：都没有标记；6：有的读不了。",
      "The chance that a picture without a mark is said to have one is at most the times that check"
          + " bits were asked, by 2^-40 each (bound). Exit status 1: no mark in any; 6: some could"
          + " not be read."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark read picture from-chat.jpg",
      "  ./tidemark read picture --json found/*.png | jq '.pictures[].disclosure'"
    })
public final class ReadPictureCommand extends Work {
  private static final double CHANCE = FoundMarks.CHANCE;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"找到的图片。", "The pictures that were found."})
  private List<Path> files = List.of();

  /**
   * What one file says.
   *
   * @param reading nothing where the file could not be read
   * @param refusal why not
   */
  private record Read(Path file, Optional<MarkReading> reading, Optional<Refusal> refusal) {}

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.INQUIRE);
      PictureReader reader = new PictureReader(List.of(session.pictureKey()));
      List<Read> reads = new ArrayList<>();
      StringBuilder digests = new StringBuilder();
      for (Path file : files) {
        reads.add(read(reader, file, digests));
      }
      int marks = (int) reads.stream().filter(read -> mark(read).isPresent()).count();
      Receipt receipt =
          session
              .marking()
              .read(session.actor(), Digest.sha256(digests.toString()), files.size(), said(reads));
      return answer(session, reads, marks, receipt);
    }
  }

  private static Read read(PictureReader reader, Path file, StringBuilder digests)
      throws java.io.IOException {
    try {
      PictureFile picture = PictureFile.read(file);
      digests.append(picture.digest());
      return new Read(file, Optional.of(reader.read(picture.pixels())), Optional.empty());
    } catch (PictureFile.Refused e) {
      return new Read(file, Optional.empty(), Optional.of(e.refusal()));
    }
  }

  private static List<Marking.Read> said(List<Read> reads) {
    return reads.stream()
        .flatMap(read -> mark(read).stream())
        .map(mark -> new Marking.Read(new CopyNumber(mark.payload()), mark.tries() * CHANCE))
        .toList();
  }

  private static Optional<Mark> mark(Read read) {
    return read.reading().flatMap(one -> one.either(Optional::of, none -> Optional.empty()));
  }

  private static Answer answer(Session session, List<Read> reads, int marks, Receipt receipt) {
    List<Map<String, @Nullable Object>> pictures = new ArrayList<>();
    Answer.Builder answer = Answer.builder();
    int unread = 0;
    for (Read read : reads) {
      Map<String, @Nullable Object> picture = new LinkedHashMap<>();
      picture.put("file", read.file().toString());
      if (read.refusal().isPresent()) {
        unread++;
        Words why = read.refusal().get().reason();
        picture.put("error", read.refusal().get().rule());
        answer.say(read.file() + "：" + why.zh(), read.file() + ": " + why.en());
      } else {
        answer.say(said(session, read, picture));
      }
      pictures.add(picture);
    }
    if (unread == reads.size()) {
      throw Stop.unreadable(
          new Words("没有一个文件是可读的图片", "none of the files is a picture that can be read"));
    }
    int done = marks > 0 ? Exit.DONE : Exit.ANSWER_IS_NO;
    return answer
        .field("pictures", pictures)
        .field("marks", marks)
        .field("entry", receipt.index())
        .exit(unread > 0 ? Exit.IN_PART : done)
        .build();
  }

  private static Words said(Session session, Read read, Map<String, @Nullable Object> picture) {
    MarkReading reading = read.reading().orElseThrow();
    double bound = reading.tries() * CHANCE;
    picture.put("marked", mark(read).isPresent());
    picture.put("bound", bound);
    if (mark(read).isEmpty()) {
      return new Words(read.file() + "：没有读到我们的标记", read.file() + ": no mark of ours could be read");
    }
    Mark mark = mark(read).get();
    CopyNumber number = new CopyNumber(mark.payload());
    Optional<MarksGiven.Given> given = session.home().marks().of(number);
    picture.put("number", number.toString());
    picture.put(
        "disclosure",
        given.flatMap(MarksGiven.Given::disclosure).map(DisclosureId::text).orElse(null));
    picture.put("recipient", given.map(MarksGiven.Given::to).orElse(null));
    Optional<MarksGiven.Screen> screen = given.flatMap(MarksGiven.Given::screen);
    screen.ifPresent(one -> ScreenSaid.put(picture, one));
    picture.put("scale", mark.scale());
    picture.put("degrees", mark.degrees());
    picture.put("mirrored", mark.mirrored());
    if (screen.isPresent()) {
      return ScreenSaid.words(read.file().toString(), given.orElseThrow(), bound);
    }
    String chance = String.format(java.util.Locale.ROOT, "%.1e", bound);
    return given
        .map(
            one -> {
              String zh = one.disclosure().map(id -> "披露 " + id).orElse("账目 " + one.entry());
              String en =
                  one.disclosure().map(id -> "disclosure " + id).orElse("entry " + one.entry());
              return new Words(
                  read.file() + "：" + zh + "，给 " + one.to() + "；误读概率 ≤ " + chance,
                  read.file()
                      + ": "
                      + en
                      + ", given to "
                      + one.to()
                      + "; the chance of a wrong reading is at most "
                      + chance);
            })
        .orElseGet(
            () ->
                new Words(
                    read.file() + "：编号 " + number + "，不在登记之中；误读概率 ≤ " + chance,
                    read.file()
                        + ": number "
                        + number
                        + ", which is not among those given out; the chance of a wrong reading is at most "
                        + chance));
  }
}
