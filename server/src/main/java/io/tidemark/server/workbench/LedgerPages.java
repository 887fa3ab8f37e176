package io.tidemark.server.workbench;

import io.tidemark.authorise.Act;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger for whoever may read the record: its head, its entries, the newest first. */
@WorkbenchPage
class LedgerPages {
  private static final String PATH = Paths.WORKBENCH + "/ledger";
  private static final int ON_A_PAGE = 50;

  private final Home home;
  private final Rules rules;

  LedgerPages(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
  }

  /**
   * An entry in a line.
   *
   * @param at nothing where the entry does not say it
   */
  public record Row(long index, String kind, String actor, @Nullable Instant at) {}

  @GetMapping(PATH)
  String list(
      SignedInPerson person, @RequestParam(required = false) @Nullable Long before, Model model)
      throws IOException {
    rules.inForce().unlessMay(person.actor(), Act.AUDIT);
    long size = home.journal().size();
    long end = Math.max(0, Math.min(size, before == null ? size : before));
    long from = Math.max(0, end - ON_A_PAGE);
    List<Row> rows = new ArrayList<>();
    for (byte[] bytes : home.entries(from, (int) (end - from))) {
      rows.add(row(from + rows.size(), parsed(bytes)));
    }
    Collections.reverse(rows);
    try {
      Checkpoint head = Checkpoint.parse(home.ledger().publish().text());
      model.addAttribute("head", head.root().toString());
      model.addAttribute("size", head.size());
    } catch (LedgerException e) {
      throw new IllegalStateException("the head that was just signed cannot be read", e);
    }
    model.addAttribute("origin", home.origin());
    model.addAttribute("key", home.ledger().key().vkey());
    model.addAttribute("rows", rows);
    model.addAttribute("next", from > 0 ? PATH + "?before=" + from : null);
    return "workbench/ledger";
  }

  @GetMapping(PATH + "/{index}")
  String one(SignedInPerson person, @PathVariable long index, Model model) {
    rules.inForce().unlessMay(person.actor(), Act.AUDIT);
    Entry entry =
        home.entries(Math.max(0, index), 1).stream()
            .findFirst()
            .filter(bytes -> index >= 0)
            .map(LedgerPages::parsed)
            .orElseThrow(() -> Halt.status(404));
    model.addAttribute("row", row(index, entry));
    model.addAttribute("lines", entry.lines());
    return "workbench/entry";
  }

  private static Row row(long index, Entry entry) {
    return new Row(index, entry.kind(), entry.value("actor").orElse(""), time(entry).orElse(null));
  }

  private static Optional<Instant> time(Entry entry) {
    try {
      return entry.value("time").map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Entry parsed(byte[] bytes) {
    try {
      return Entry.parse(bytes);
    } catch (Entry.BadEntry e) {
      throw new IllegalStateException("an entry is damaged: run ledger fsck", e);
    }
  }
}
