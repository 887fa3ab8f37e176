package io.tidemark.bench.scan;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.classify.WordList;
import io.tidemark.find.lexicon.Lexicon;
import io.tidemark.find.lexicon.LexiconFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Cells of tables that hold something else than an address, each kind once.
 *
 * @param what which kind
 * @param cells the texts, none twice
 */
record OtherCells(Words what, List<String> cells) {
  private static final int COMMON = 5_000;

  /** Names, models, remarks and agencies of invented rows, things of offices, common words. */
  static List<OtherCells> all(long seed, int people) throws IOException {
    List<List<String>> rows =
        new PortfolioGenerator(seed, people, Untidiness.asExported()).rows().toList();
    return List.of(
        column(rows, "姓名", "单元格中的姓名，误报为地址", "names in cells, told as addresses"),
        column(rows, "厂牌型号", "单元格中的车型，误报为地址", "models in cells, told as addresses"),
        column(rows, "备注", "单元格中的备注，误报为地址", "remarks in cells, told as addresses"),
        column(rows, "代理机构", "单元格中的代理机构，误报为地址", "agencies in cells, told as addresses"),
        new OtherCells(
            new Words("公司、职务、商品等单元格，误报为地址", "makers, jobs, goods in cells, told as addresses"),
            distinct(WordList.words(OtherCells.class, "cells.txt"))),
        new OtherCells(
            new Words("常用词单元格，误报为地址", "common words in cells, told as addresses"), commonWords()));
  }

  private static OtherCells column(List<List<String>> rows, String heading, String zh, String en) {
    int column = PortfolioGenerator.COLUMNS.indexOf(heading);
    return new OtherCells(
        new Words(zh, en), distinct(rows.stream().map(row -> row.get(column)).toList()));
  }

  private static List<String> distinct(List<String> cells) {
    TreeSet<String> distinct = new TreeSet<>(cells);
    distinct.removeIf(String::isBlank);
    return List.copyOf(distinct);
  }

  /** The commonest entries of two characters or more that are rather a word than a place. */
  private static List<String> commonWords() throws IOException {
    LexiconFile file;
    try (InputStream in =
        Objects.requireNonNull(Lexicon.class.getResourceAsStream("chinese.lexicon"))) {
      file = LexiconFile.read(in);
    }
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < file.entries().size(); i++) {
      int word = file.word()[i] & 0xFF;
      if (word < (file.place()[i] & 0xFF) && file.entries().get(i).length() > 1) {
        words.add(i);
      }
    }
    words.sort(Comparator.comparing(i -> file.word()[i] & 0xFF));
    return words.stream().limit(COMMON).map(file.entries()::get).toList();
  }
}
