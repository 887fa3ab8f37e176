package io.tidemark.bench.media;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.formats.pdf.CannotCarry;
import io.tidemark.formats.pdf.MarkKey;
import io.tidemark.formats.pdf.PdfMarker;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.formats.pdf.Traces;
import io.tidemark.formats.report.BuyerCopyPage;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Marks in documents: read blind after what other programs make of a copy, from documents that the
 * product prints and those that Debian's packages ship.
 */
final class PdfSurvival {
  private static final Path SHIPPED = Path.of("/usr/share/doc");
  private static final long LARGEST = 2_000_000;
  private static final double KEPT = .99;
  private static final int OTHER_KEYS = 1_000;
  private static final int GIVEN_OUT = 10_000;

  private final Stage stage;
  private final Random random;

  PdfSurvival(Stage stage) {
    this.stage = stage;
    this.random = new Random(stage.seed());
  }

  static Words remark() {
    return new Words(
        "pdf：每格是文件 × 编号，各用一把钥匙；读出即不凭原件：40 个校验位相符，或字组太少时在已发出的 10,001 个编号中认出（界限 1e-9）。经 PostScript"
            + " 打印时有的字体变成小图，无从读起，仅报告。图像化之后由页面底图的图片标记来读：各「首页」行，每格是文件 × 钥匙，读出的必须 64 位完全一致。",
        "pdf: each cell is documents times numbers, each under a key of its own; read means without"
            + " the original: 40 check bits agree, or, where too few groups are left, one of 10,001"
            + " numbers given out is known (bound 1e-9). PostScript makes pictures of the letters"
            + " of some fonts, so that nothing is left: only reported. Pages that were"
            + " made pictures are read by the picture mark of their paper: the lines of first pages,"
            + " documents times keys, all 64 bits.");
  }

  /** A document that is marked. */
  record Document(String name, byte[] bytes) {}

  private record Copy(long number, MarkKey key, byte[] bytes) {}

  List<Line> lines() throws Exception {
    List<Document> documents = documents();
    List<Copy> copies = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    int numbers = stage.size(20, 1);
    int refused = 0;
    long began = processorTime();
    for (Document document : documents) {
      stage.say("标记 " + document.name(), "marking " + document.name());
      for (int i = 0; i < numbers; i++) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        long number = random.nextLong();
        MarkKey key = new MarkKey(secret);
        try {
          byte[] bytes =
              new PdfMarker(Optional.empty()).mark(document.bytes(), number, key).bytes();
          copies.add(new Copy(number, key, bytes));
        } catch (CannotCarry e) {
          refused++;
        }
      }
    }
    double each = (processorTime() - began) / 1e9 / (copies.size() + refused);
    for (PdfAttack attack : PdfAttack.ALL) {
      lines.add(survives(attack, copies));
    }
    lines.addAll(new PageSurvival(stage).lines(documents));
    lines.add(unmarked(documents));
    lines.add(otherKeys(copies));
    lines.add(
        Line.reported(
            new Words(
                "pdf：标记一份（处理器秒，含读回）", "pdf: marking one, processor seconds, with reading back"),
            Line.same("–"),
            new Words(
                String.format(
                    Locale.ROOT, "%.2f；%d 份文件，%d 次拒绝（文字太少）", each, documents.size(), refused),
                String.format(
                    Locale.ROOT,
                    "%.2f; %d documents, %d refused (too little text)",
                    each,
                    documents.size(),
                    refused))));
    return lines;
  }

  private Line survives(PdfAttack attack, List<Copy> copies) throws Exception {
    Words what = new Words("pdf：" + attack.name().zh(), "pdf: " + attack.name().en());
    if (!attack.installed()) {
      return Line.reported(what, Line.same("–"), new Words("未安装", "not installed"));
    }
    stage.say(attack.name().zh(), attack.name().en());
    int read = 0;
    int wrong = 0;
    List<Long> others = random.longs(GIVEN_OUT).boxed().toList();
    for (Copy copy : copies) {
      List<Long> issued = new ArrayList<>(others);
      issued.add(copy.number());
      PdfReading reading = read(attack.attacked(stage.folder(), copy.bytes()), copy.key(), issued);
      Optional<Long> number = reading.layout().or(reading::likely).map(PdfReading.Found::payload);
      read += number.equals(Optional.of(copy.number())) ? 1 : 0;
      wrong += number.isPresent() && !number.equals(Optional.of(copy.number())) ? 1 : 0;
    }
    Rate rate = new Rate(read, copies.size());
    return new Line(
        what,
        Line.same("–"),
        Line.same(rate + (wrong > 0 ? ", WRONG " + wrong : "")),
        Line.same(attack.keepsLetters() ? "≥ 99 %" : "–"),
        wrong > 0
            ? Outcome.WRONG
            : attack.keepsLetters()
                ? Bar.atLeast(KEPT).judge(rate, stage.quick())
                : Outcome.NO_BAR);
  }

  private Line unmarked(List<Document> documents) throws IOException {
    int wrong = 0;
    int groups = 0;
    for (Document document : documents) {
      PdfReading reading = read(document.bytes(), new MarkKey(new byte[32]), List.of());
      wrong += reading.number().isPresent() ? 1 : 0;
      groups = Math.max(groups, reading.groups());
    }
    return never(
        new Words("pdf：未标记的文件误读", "pdf: read where there is no mark"),
        wrong,
        documents.size(),
        "; most groups that stood off by chance: " + groups);
  }

  /** A copy of another home: as many equations as one likes, all of them another key's. */
  private Line otherKeys(List<Copy> copies) throws IOException {
    int tries = 0;
    int wrong = 0;
    List<Traces> traces = new ArrayList<>();
    for (Copy copy : copies.subList(0, Math.min(10, copies.size()))) {
      try (PDDocument document = Loader.loadPDF(copy.bytes())) {
        traces.add(Traces.of(document));
      }
    }
    for (int i = 0; i < stage.size(OTHER_KEYS, 20); i++) {
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      Traces one = traces.get(i % traces.size());
      wrong += PdfReading.of(one, new MarkKey(secret), List.of()).number().isPresent() ? 1 : 0;
      tries++;
    }
    return never(
        new Words("pdf：用别家的钥匙误读", "pdf: a marked copy read with another key"), wrong, tries, "");
  }

  private static Line never(Words what, int wrong, int tries, String more) {
    Rate rate = new Rate(wrong, tries);
    return new Line(
        what,
        Line.same("–"),
        Line.same(rate + more),
        Line.same("0; 3 × 2^-40 each"),
        wrong > 0 ? Outcome.WRONG : Outcome.MET);
  }

  private static PdfReading read(byte[] pdf, MarkKey key, List<Long> issued) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return PdfReading.of(Traces.of(document), key, issued);
    } catch (IOException e) {
      return PdfReading.of(new Traces(0, List.of(), List.of()), key, issued);
    }
  }

  private List<Document> documents() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      documents.add(new Document("policy " + i, printed()));
    }
    for (Path file : shipped()) {
      documents.add(new Document(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return documents;
  }

  private List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files
          .filter(file -> file.toString().endsWith(".pdf") && file.toFile().length() < LARGEST)
          .sorted()
          .limit(stage.size(20, 1))
          .toList();
    }
  }

  private byte[] printed() throws IOException {
    Map<FieldClass, PersonalText> fields = new LinkedHashMap<>();
    fields.put(
        FieldClass.VIN, PersonalText.of("LSVAB4BR5DN" + (100_000 + random.nextInt(900_000))));
    fields.put(
        FieldClass.POLICY_NUMBER,
        PersonalText.of("PDAA2026" + (100_000_000 + random.nextInt(900_000_000))));
    fields.put(FieldClass.MODEL, PersonalText.of("大众牌SVW" + random.nextInt(9_999)));
    fields.put(FieldClass.INCEPTION, PersonalText.of("2026-03-02"));
    fields.put(FieldClass.EXPIRY, PersonalText.of("2027-03-01"));
    return BuyerCopyPage.pdf(
        fields,
        PersonalText.of("司徒新主"),
        BuyerCopyId.random(),
        Instant.parse("2026-05-01T00:00:00Z"));
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
