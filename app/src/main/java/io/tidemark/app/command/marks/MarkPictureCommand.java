package io.tidemark.app.command.marks;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.MarkedPicture;
import io.tidemark.app.files.PictureFile;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.ledger.Receipt;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a picture. */
@Command(
    name = "picture",
    description = {
      "给图片加上看不见的标记：64 位编号，指明所属的披露；压缩、缩放、裁剪、截屏、旋转、镜像之后仍可读出。" + "先记账，后写文件；拍摄地点等附带信息不写入。",
      "Marks a picture with a number of 64 bits that a person does not see: which disclosure it"
          + " belongs to. It is read back after compression, scaling, cutting, screenshots, turning"
          + " and mirroring. The entry comes before the file. What a camera wrote beside the pixels"
          + " is left out.",
      "写文件之前先读回一次；读不出（太小、太粗糙）就拒绝，不写。",
      "The mark is read back before the file is written; where it cannot be (too small, too rough)"
          + " nothing is written."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark mark picture licence.jpg --out licence-b.jpg --disclosure d-0123456789abcdef",
      "  ./tidemark mark picture photo.webp --out photo.png --payload 00c0ffee12345678"
    })
public final class MarkPictureCommand extends Work {
  @Parameters(
      paramLabel = "IN",
      description = {
        "图片：JPEG、PNG、WebP、TIFF、BMP 或 GIF（动画取第一帧）。",
        "The picture: JPEG, PNG, WebP, TIFF, BMP or GIF (of an animation the first picture)."
      })
  private @Nullable Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = {"写到哪里：.png 或 .jpg。", "Where to write it: .png or .jpg."})
  private @Nullable Path out;

  @ArgGroup(multiplicity = "1")
  private Says says = new Says();

  /** What the mark says. */
  static final class Says {
    @Option(
        names = "--disclosure",
        paramLabel = "ID",
        description = {"所属的披露。", "The disclosure that it belongs to."})
    private @Nullable String disclosure;

    @Option(
        names = "--payload",
        paramLabel = "HEX",
        description = {"自定的编号，16 位十六进制。", "A number of one's own, 16 hexadecimal digits."})
    private @Nullable String payload;
  }

  @Override
  protected Answer work() throws Exception {
    Path from = Objects.requireNonNull(in);
    Path to = Objects.requireNonNull(out).toAbsolutePath();
    boolean png = png(to);
    try (Session session = open()) {
      Optional<DisclosureId> disclosure = disclosure(session);
      CopyNumber number = disclosure.map(CopyNumber::of).orElseGet(this::payload);
      PictureFile picture = read(from);
      Pixels pixels = picture.pixels();
      Refusals.stopIf(PictureMarker.tooSmall(pixels.width(), pixels.height()));
      byte[] bytes =
          MarkedPicture.under(session.pictureKey())
              .of(pixels, number, png)
              .orElseThrow(
                  () ->
                      Stop.unreadable(
                          new Words(
                              "这张图片放不住标记（读回失败）：请用更大或更清楚的原图；什么也没有写",
                              "this picture does not hold a mark (it could not be read back): take"
                                  + " a larger or clearer original; nothing was written")));
      Receipt receipt =
          Refusals.orStop(
                  session
                      .marking()
                      .picture(
                          session.actor(),
                          number,
                          disclosure,
                          picture.digest(),
                          Digest.sha256(bytes)))
              .receipt();
      OwnFile.write(to, bytes);
      return Answer.builder()
          .field("file", to.toString())
          .field("number", number.toString())
          .field("disclosure", disclosure.map(DisclosureId::text).orElse(null))
          .field("width", pixels.width())
          .field("height", pixels.height())
          .field("entry", receipt.index())
          .say(
              "已标记 " + to + "：编号 " + number + "；账目 " + receipt.index(),
              "marked " + to + ": number " + number + "; entry " + receipt.index())
          .build();
    }
  }

  private static boolean png(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return true;
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return false;
    }
    throw Stop.usage("--out 须以 .png 或 .jpg 结尾", "--out ends with .png or .jpg");
  }

  private Optional<DisclosureId> disclosure(Session session) {
    String named = says.disclosure;
    if (named == null) {
      return Optional.empty();
    }
    try {
      DisclosureId id = new DisclosureId(named);
      if (session.home().marks().of(CopyNumber.of(id)).isPresent()) {
        return Optional.of(id);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw Stop.usage(
        "没有这次披露：" + named + "；编号见 disclose 的答复",
        "there is no disclosure " + named + "; disclose says its name when it is made");
  }

  private CopyNumber payload() {
    return CopyNumber.of(String.valueOf(says.payload))
        .orElseThrow(
            () ->
                Stop.usage(
                    "--payload 须为 16 位十六进制，如 00c0ffee12345678",
                    "--payload has 16 hexadecimal digits, such as 00c0ffee12345678"));
  }

  private static PictureFile read(Path file) throws java.io.IOException {
    try {
      return PictureFile.read(file);
    } catch (PictureFile.Refused e) {
      throw e.stop();
    }
  }
}
