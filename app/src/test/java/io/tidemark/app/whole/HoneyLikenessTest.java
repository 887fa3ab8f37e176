package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Nobody tells honey customers from their neighbours by what can be seen in a row. The mobile
 * number is left out: without a pool it lies in a segment that cannot ring.
 */
final class HoneyLikenessTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));
  private static final Map<String, ToDoubleFunction<Content>> FEATURES = features();

  private static Map<String, ToDoubleFunction<Content>> features() {
    Map<String, ToDoubleFunction<Content>> all = new LinkedHashMap<>();
    all.put("length of the name", row -> text(row, FieldClass.NAME).length());
    all.put(
        "common surname",
        row -> "王李张刘陈杨黄赵吴周".indexOf(at(text(row, FieldClass.NAME), 0)) < 0 ? 0 : 1);
    all.put("letters in the plate", row -> letters(text(row, FieldClass.PLATE)));
    all.put("length of the plate", row -> text(row, FieldClass.PLATE).length());
    all.put("digits in the plate", row -> digitSum(text(row, FieldClass.PLATE)));
    all.put("letters in the VIN", row -> letters(text(row, FieldClass.VIN)));
    all.put("digits in the VIN", row -> digitSum(text(row, FieldClass.VIN)));
    all.put("length of the VIN", row -> text(row, FieldClass.VIN).length());
    all.put("birth year", row -> number(text(row, FieldClass.IDENTITY_NUMBER), 6, 10));
    all.put("birth month", row -> number(text(row, FieldClass.IDENTITY_NUMBER), 10, 12));
    all.put("sex", row -> number(text(row, FieldClass.IDENTITY_NUMBER), 16, 17) % 2);
    all.put("length of the engine number", row -> text(row, FieldClass.ENGINE_NUMBER).length());
    all.put("letters in the engine number", row -> letters(text(row, FieldClass.ENGINE_NUMBER)));
    all.put("length of the policy number", row -> text(row, FieldClass.POLICY_NUMBER).length());
    all.put("digits in the policy number", row -> digitSum(text(row, FieldClass.POLICY_NUMBER)));
    all.put("premium", row -> Double.parseDouble("0" + text(row, FieldClass.PREMIUM)));
    all.put("cents", row -> number(text(row, FieldClass.PREMIUM).replaceAll(".*\\.", ""), 0, 2));
    all.put("length of the address", row -> text(row, FieldClass.ADDRESS).length());
    all.put("digits in the address", row -> digitSum(text(row, FieldClass.ADDRESS)));
    all.put(
        "last of the address",
        row ->
            number(
                text(row, FieldClass.ADDRESS).replaceAll("[^0-9]|室", "").replaceAll(".*(?=.)", ""),
                0,
                1));
    all.put("remark", row -> text(row, FieldClass.REMARK).length());
    all.put("length of the model", row -> text(row, FieldClass.MODEL).length());
    all.put("fields", row -> row.original().size());
    all.put(
        "odd characters",
        row ->
            row.original().values().stream()
                .mapToInt(
                    t -> t.reveal(Reveal.TRACE).replaceAll("[\\p{IsHan}A-Z0-9.]", "").length())
                .sum());
    return all;
  }

  private static String text(Content row, FieldClass field) {
    return row.canonical(field).reveal(Reveal.TRACE);
  }

  private static char at(String text, int at) {
    return text.isEmpty() ? ' ' : text.charAt(at);
  }

  private static double letters(String text) {
    return text.chars().filter(c -> c >= 'A' && c <= 'Z').count();
  }

  private static double digitSum(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').map(c -> c - '0').sum();
  }

  private static double number(String text, int from, int to) {
    return text.length() < to || !text.substring(from, to).matches("[0-9]+")
        ? 0
        : Integer.parseInt(text.substring(from, to));
  }

  private static Content content(List<String> cells) {
    Content.Builder row = new Content.Builder();
    for (int column = 0; column < cells.size(); column++) {
      FieldClass field = FieldClass.named(PortfolioGenerator.COLUMNS.get(column)).orElseThrow();
      LabelledValue value = LABELS.label(field, cells.get(column));
      row.put(
          field,
          value.original(),
          value.canonical(),
          value.suspicion().isPresent() ? "suspect" : "");
    }
    return row.build();
  }

  /** Half of the rows of {@code lists} portfolios are real, half invented. */
  private static List<List<Content>> rows(int lists) {
    List<Content> real = new ArrayList<>();
    List<Content> invented = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      List<Content> portfolio =
          new PortfolioGenerator(4_000 + list, 200, Untidiness.asExported())
              .rows()
              .map(HoneyLikenessTest::content)
              .toList();
      HoneyKey key = new HoneyKey(Digest.sha256("likeness " + list).bytes());
      HoneyCustomers honey = new HoneyCustomers(key, 100, portfolio.size(), c -> Set.of());
      for (int row = 0; row < portfolio.size(); row++) {
        honey.after(row, portfolio.get(row)).stream()
            .map(HoneyCustomer::content)
            .forEach(invented::add);
      }
      real.addAll(portfolio.subList(0, 100));
    }
    return List.of(real, invented);
  }

  @Test
  void noFeatureOfARowTellsHoneyCustomersApart() {
    List<List<Content>> rows = rows(20);
    FEATURES.forEach(
        (name, feature) -> {
          double area = area(values(rows.get(0), feature), values(rows.get(1), feature));
          assertThat(area).as(name).isBetween(0.44, 0.56);
        });
  }

  /** Gaussian naive Bayes over all features, learned from one half, asked about the other. */
  @Test
  void aSimpleClassifierDoesNoBetterThanChance() {
    List<List<Content>> rows = rows(20);
    double[][] score = new double[2][1_000];
    for (ToDoubleFunction<Content> feature : FEATURES.values()) {
      double[][] values = {values(rows.get(0), feature), values(rows.get(1), feature)};
      double[][] known = {half(values[0], 0), half(values[1], 0)};
      for (int kind = 0; kind < 2; kind++) {
        double[] asked = half(values[kind], 1);
        for (int i = 0; i < asked.length; i++) {
          score[kind][i] += log(known[1], asked[i]) - log(known[0], asked[i]);
        }
      }
    }
    assertThat(area(score[0], score[1])).isBetween(0.43, 0.57);
  }

  private static double log(double[] known, double value) {
    double mean = Arrays.stream(known).average().orElseThrow();
    double variance =
        0.1 + Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return -(value - mean) * (value - mean) / 2 / variance - Math.log(variance) / 2;
  }

  private static double[] half(double[] values, int which) {
    return Arrays.copyOfRange(values, which * 1_000, which * 1_000 + 1_000);
  }

  private static double[] values(List<Content> rows, ToDoubleFunction<Content> feature) {
    return rows.stream().mapToDouble(feature).toArray();
  }

  /** The chance that a value of the second kind is above one of the first: one half for none. */
  private static double area(double[] first, double[] second) {
    double[] sorted = first.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double value : second) {
      int below = 0;
      int equal = 0;
      for (double other : sorted) {
        below += other < value ? 1 : 0;
        equal += other == value ? 1 : 0;
      }
      sum += (below + equal / 2.0) / sorted.length;
    }
    return sum / second.length;
  }
}
