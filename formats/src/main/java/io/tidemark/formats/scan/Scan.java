package io.tidemark.formats.scan;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.document.Frame;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Look;
import io.tidemark.formats.pile.Lying;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.Tables;
import io.tidemark.formats.text.EncodingDetector;
import io.tidemark.formats.text.TextBlock;
import io.tidemark.formats.text.TextBlocks;
import io.tidemark.formats.text.TextEncoding;
import io.tidemark.terms.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds in all files of a pile. Screenshots that follow each other in one folder and go on from
 * each other are read as one conversation. Not thread-safe.
 */
public final class Scan {
  private static final int SHORT = 1 << 12;
  private static final Words UNREADABLE = new Words("无法读取文件", "the file cannot be read");

  private final Ground ground;
  private final Optional<Pictures> pictures;
  private final DocumentReader documents;
  private final Telling telling;
  private final Screenshots screenshots;
  private final Tables tables;
  private final Patience patience;
  private long files;

  /**
   * @param pictures what reads pictures; where there is nobody, pictures are skipped
   * @param documents what reads documents
   * @param account is told of everything
   */
  public Scan(
      Ground ground, Optional<Pictures> pictures, DocumentReader documents, Account account) {
    this(ground, pictures, documents, account, Patience.USUAL);
  }

  /**
   * @param patience how long a text, a table or a picture may take; documents have a time of their
   *     own
   */
  public Scan(
      Ground ground,
      Optional<Pictures> pictures,
      DocumentReader documents,
      Account account,
      Patience patience) {
    this.patience = patience;
    this.ground = ground;
    this.pictures = pictures;
    this.documents = documents;
    this.telling = new Telling(ground, account);
    this.screenshots = new Screenshots(telling);
    this.tables = new Tables(ground.headings().headings(), Limits.USUAL.asTheFileHasThem());
  }

  /** How many files were read, whole or in part. */
  public long files() {
    return files;
  }

  /** Reads all of it. */
  public void read(Pile pile) throws IOException {
    for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
      if (lying instanceof Item item) {
        read(item, pile);
      } else {
        telling.account().skipped((Skipped) lying);
      }
    }
    screenshots.end();
  }

  private void read(Item item, Pile pile) throws IOException {
    if (item.look() != Look.PICTURE) {
      screenshots.end();
    }
    telling.account().begun(item);
    try {
      files++;
      switch (item.look()) {
        case WORKBOOK -> table(item, tables.read(item.file()));
        case TEXT -> text(item);
        case PICTURE -> picture(item);
        case EMPTY -> {}
        case RAR ->
            throw Unreadable.file(
                item.file(),
                new Words(
                    "RAR：没有自由许可的解压程序，请先用 7-Zip 或 unrar 解压，再扫描得到的文件夹",
                    "RAR: no unpacker has a free licence; unpack it by 7-Zip or unrar and scan the"
                        + " folder"));
        case FOREIGN ->
            throw Unreadable.file(
                item.file(), new Words("不读这种文件", "a kind of file that is not read here"));
        default -> document(item, pile);
      }
    } catch (Unreadable e) {
      files--;
      String line = e.line() == 0 ? "" : "line " + e.line() + ": ";
      String zh = e.line() == 0 ? "" : e.line() + " 行：";
      telling
          .account()
          .skipped(
              new Skipped(item.path(), new Words(zh + e.reason().zh(), line + e.reason().en())));
    }
  }

  private void table(Item item, Material material) throws IOException, Unreadable {
    new TableScan(item.path(), ground, telling, patience).read((Table) material);
  }

  private void text(Item item) throws IOException, Unreadable {
    if (blank(item.file())) {
      return;
    }
    Material material = tables.read(item.file());
    if (material instanceof Table table) {
      new TableScan(item.path(), ground, telling, patience).read(table);
      return;
    }
    TextScan scan = new TextScan(item.path(), ground, telling);
    TextEncoding encoding = ((Material.Loose) material).encoding();
    Patience.Running time = patience.begin();
    try (TextBlocks blocks = TextBlocks.open(item.file(), encoding)) {
      for (TextBlock block = blocks.next(); block != null; block = blocks.next()) {
        if (time.over()) {
          telling.account().skipped(new Skipped(item.path(), patience.words()));
          return;
        }
        scan.read(block);
      }
    } catch (IOException e) {
      throw Unreadable.file(item.file(), UNREADABLE);
    }
  }

  /** A short file of nothing but white space says nothing, and that is no fault. */
  private static boolean blank(Path file) throws Unreadable {
    try {
      return Files.size(file) < SHORT
          && new String(Files.readAllBytes(file), EncodingDetector.detect(file).charset())
              .isBlank();
    } catch (IOException e) {
      throw Unreadable.file(file, UNREADABLE);
    }
  }

  private void picture(Item item) throws IOException, Unreadable {
    if (pictures.isEmpty()) {
      throw Unreadable.file(
          item.file(), new Words("图片：此处不读图片", "a picture: pictures are not read here"));
    }
    Shown shown = PatientPictures.read(pictures.get(), item.file(), patience);
    screenshots.next(item.path(), shown);
    if (shown.left().isPresent()) {
      telling.account().skipped(new Skipped(item.path(), shown.left().get()));
    }
  }

  private void document(Item item, Pile pile) throws IOException, Unreadable {
    DocumentScan scan = new DocumentScan(item, ground, telling, tables, patience);
    try {
      documents.read(
          item,
          frame -> {
            if (frame instanceof Frame.Attached attached) {
              pile.add(item.path(), attached.name(), new ByteArrayInputStream(attached.bytes()));
            } else {
              scan.frame(frame);
            }
          });
    } finally {
      scan.sheetEnded();
    }
  }
}
