package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.authorise.Act;
import io.tidemark.classify.Correction;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.formats.settings.ColumnsFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.formats.table.Headings;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a person confirmed about the columns of a database, as corrections that hold for its
 * tables: the next scan goes by them.
 */
final class ConfirmedColumns {
  /** So that an entry stays within its size whatever the names are. */
  private static final int OF_ONE_ENTRY = 50;

  private static final int LONGEST_SENDER = 200;

  private ConfirmedColumns() {}

  static Answer keep(Session session, Path file) throws BadSettings, IOException {
    Refusals.unlessMay(session, Act.GRADE);
    SettingsFile settings = SettingsFile.open(file);
    ColumnsFile columns = ColumnsFile.read(settings, session.policy());
    List<String> left = new ArrayList<>();
    List<Correction> corrections = corrections(columns, left);
    List<Long> entries = new ArrayList<>();
    for (int from = 0; from < corrections.size(); from += OF_ONE_ENTRY) {
      int to = Math.min(corrections.size(), from + OF_ONE_ENTRY);
      Receipt receipt =
          session.grading().keep(session.actor(), settings.digest(), corrections.subList(from, to));
      entries.add(receipt.index());
    }
    Answer.Builder answer =
        Answer.builder()
            .field("database", columns.database())
            .field("corrected", corrections.stream().map(KeptCorrections::json).toList())
            .field("left", left)
            .field("entries", entries);
    if (!left.isEmpty()) {
      answer.say(
          "名称过长或含有号码，未记住：" + String.join("、", left),
          "too long a name, or one with a number in it, not kept: " + String.join(", ", left));
    }
    return answer
        .say(
            "已认可 " + corrections.size() + " 列" + among("，账目 ", entries),
            "columns confirmed: " + corrections.size() + among(", entries ", entries))
        .build();
  }

  private static String among(String before, List<Long> entries) {
    return entries.isEmpty()
        ? ""
        : before + String.join(", ", entries.stream().map(String::valueOf).toList());
  }

  /** A column that its name alone tells rightly needs no correction. */
  private static List<Correction> corrections(ColumnsFile file, List<String> left) {
    KnownHeadings usual = KnownHeadings.of(List.of(), Optional.empty());
    Map<List<String>, Correction> corrections = new LinkedHashMap<>();
    for (ColumnsFile.Column column : file.columns()) {
      String sender = file.database() + "/" + column.table();
      if (!Corrected.usable(column.name())
          || sender.length() > LONGEST_SENDER
          || (sender + column.name()).chars().anyMatch(Character::isISOControl)) {
        left.add(column.table() + "." + column.name());
      } else if (!usual.headings().kind(column.name()).equals(Optional.of(column.kind()))) {
        Correction correction =
            new Correction(
                Headings.plain(column.name()),
                column.name(),
                Optional.of(sender),
                column.kind(),
                Optional.empty());
        Correction before = corrections.put(List.of(sender, correction.heading()), correction);
        if (before != null && !before.kind().equals(correction.kind())) {
          throw Stop.unreadable(
              new Words(
                  "表 "
                      + column.table()
                      + " 的列 "
                      + before.shown()
                      + " 与 "
                      + column.name()
                      + " 名称相当、类别不同：两列都写同一类别，或都写“"
                      + ColumnsFile.UNKNOWN
                      + "”",
                  "in table "
                      + column.table()
                      + " the columns "
                      + before.shown()
                      + " and "
                      + column.name()
                      + " have names that count as one and differing classes: give both one class, or both "
                      + ColumnsFile.UNKNOWN));
        }
      }
    }
    return List.copyOf(corrections.values());
  }
}
