package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Tables;
import io.tidemark.formats.text.LooseLine;
import io.tidemark.formats.text.LooseRow;
import io.tidemark.formats.text.LooseRows;
import io.tidemark.formats.text.LooseText;
import io.tidemark.formats.text.Piece;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the simulated posters write, the product's reader reads. */
class ChatLogTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 1));
  private static final List<String> NUMBERS = List.of("手机号", "车牌号", "车架号");
  private static final List<FieldClass> KINDS =
      List.of(FieldClass.MOBILE, FieldClass.PLATE, FieldClass.VIN);

  /** People whose numbers are well formed, canonical: phone, plate, VIN. */
  private static List<List<String>> people(long seed, int count) {
    List<Integer> places = NUMBERS.stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    return new PortfolioGenerator(seed, count, Untidiness.asExported())
        .rows()
        .map(row -> places.stream().map(row::get).toList())
        .filter(ChatLogTest::sound)
        .map(
            row ->
                List.of(
                    label(0, row).canonical().reveal(Reveal.TRACE),
                    label(1, row).canonical().reveal(Reveal.TRACE),
                    label(2, row).canonical().reveal(Reveal.TRACE)))
        .toList();
  }

  private static LabelledValue label(int kind, List<String> row) {
    return LABELS.label(KINDS.get(kind), row.get(kind));
  }

  private static boolean sound(List<String> row) {
    return List.of(0, 1, 2).stream()
        .allMatch(
            kind ->
                label(kind, row).suspicion().isEmpty() && !label(kind, row).canonical().isEmpty());
  }

  @Property(tries = 8)
  void everyDisguiseOfANumberIsReadBack(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    List<String> truth = new ArrayList<>();
    for (List<String> person : people(seed, 20)) {
      for (Disguise disguise : Disguise.values()) {
        lines.add("电话 " + disguise.phone(person.get(0), random) + "，报价3200");
        lines.add(disguise.plate(person.get(1), random) + " 12月到期");
        lines.add("车架号" + disguise.vin(person.get(2), random));
        truth.addAll(person);
      }
    }
    Path file = Files.createTempFile("disguised", ".txt");
    try (LooseText text = LooseText.open(Files.write(file, lines))) {
      for (int i = 0; i < lines.size(); i++) {
        LooseLine line = text.next().orElseThrow();
        assertThat(numbers(line.pieces()))
            .as("line %s", lines.get(i))
            .containsExactly(truth.get(i));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> numbers(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() != FieldClass.NAME)
        .map(piece -> piece.value().reveal(Reveal.TRACE))
        .toList();
  }

  @Property(tries = 12)
  void splitMessagesAreOneRowForEachPerson(@ForAll long seed, @ForAll ChatLog form)
      throws Exception {
    List<List<String>> people = people(seed, 60).stream().distinct().toList();
    LeakedTable table =
        new LeakedTable(
            List.of("手机号", "车牌号", "厂牌型号", "地址"),
            people.stream()
                .map(row -> List.of(row.get(0), row.get(1), "大众朗逸 2022款 1.5L 自动", "成都市武侯区科华北路3号"))
                .toList());
    List<String> log = form.of(table, seed);
    assertThat(log).isEqualTo(form.of(table, seed));
    Path file = Files.createTempFile("chat", ".txt");
    try {
      Files.write(file, log);
      List<List<String>> read = new ArrayList<>();
      for (LooseRow row : rows(file)) {
        assertThat(row.whole().reveal(Reveal.TRACE)).contains("科华北路3号", "2022款");
        read.add(List.of(number(row, FieldClass.MOBILE), number(row, FieldClass.PLATE)));
      }
      assertThat(read)
          .containsExactlyElementsOf(people.stream().map(row -> row.subList(0, 2)).toList());
    } finally {
      Files.delete(file);
    }
  }

  private static String number(LooseRow row, FieldClass kind) {
    return row.pieces().stream()
        .filter(piece -> piece.kind() == kind)
        .map(piece -> piece.value().reveal(Reveal.TRACE))
        .findFirst()
        .orElse("none");
  }

  private static List<LooseRow> rows(Path file) throws Exception {
    List<LooseRow> all = new ArrayList<>();
    try (LooseRows rows = ((Material.Loose) Tables.open(file)).rows()) {
      for (Optional<LooseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
