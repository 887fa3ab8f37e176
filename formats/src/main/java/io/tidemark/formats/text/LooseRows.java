package io.tidemark.formats.text;

import io.tidemark.formats.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loose text as rows, one for each person spoken of: messages of one sender, or lines without
 * headers, are joined while they complete each other. The rule looks at the text alone. A row ends
 * where a number of a kind that it has comes with another value, where another surname is stated,
 * or when it is full ({@link Draft}); at most {@link #SENDERS} senders have an open row, each for
 * {@link #PATIENCE} lines. What stands between the numbers of two people is in both rows' text.
 * Lines that tell nobody make no row. Constant memory. Not thread-safe.
 */
public final class LooseRows implements Closeable {
  /** Senders with an open row. */
  static final int SENDERS = 16;

  /** Lines of others between two messages of one row. */
  static final int PATIENCE = 40;

  private static final int SAMPLE = 100;

  private final LooseText text;
  private final Deque<PhysicalLine> ahead = new ArrayDeque<>();
  private @Nullable ChatHeaders headers;
  private final Map<String, Draft> drafts = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<LooseRow> ready = new ArrayDeque<>();
  private String sender = "";

  private LooseRows(LooseText text) {
    this.text = text;
  }

  /** Rows of a file whose encoding is known. */
  public static LooseRows open(Path file, TextEncoding encoding) throws Unreadable {
    return new LooseRows(LooseText.open(file, encoding));
  }

  /** The next row; empty behind the last. */
  public Optional<LooseRow> next() throws Unreadable {
    ChatHeaders known = headers == null ? sampled() : headers;
    headers = known;
    while (ready.isEmpty()) {
      PhysicalLine line = ahead.isEmpty() ? text.line() : ahead.remove();
      if (line == null) {
        drafts.values().forEach(this::finish);
        drafts.clear();
        return Optional.ofNullable(ready.poll());
      }
      take(line, known);
    }
    return Optional.of(ready.remove());
  }

  private ChatHeaders sampled() throws Unreadable {
    PhysicalLine line = text.line();
    while (line != null) {
      ahead.add(line);
      line = ahead.size() < SAMPLE ? text.line() : null;
    }
    return ChatHeaders.in(ahead.stream().map(PhysicalLine::text).toList());
  }

  private void take(PhysicalLine line, ChatHeaders known) {
    Optional<ChatHeaders.Header> header = known.of(line.text());
    header.ifPresent(found -> sender = found.sender());
    String content = header.map(ChatHeaders.Header::content).orElse(line.text());
    if (!content.isBlank()) {
      Part.of(line.number(), content).forEach(this::take);
    }
    closeStale(line.number());
  }

  private void take(Part part) {
    Draft draft = drafts.computeIfAbsent(sender, any -> new Draft(List.of()));
    if (!draft.takes(part)) {
      finish(draft);
      draft = new Draft(part.numbered() ? draft.tail() : List.of());
      drafts.put(sender, draft);
    }
    draft.add(part);
  }

  private void closeStale(long line) {
    Iterator<Draft> eldest = drafts.values().iterator();
    while (eldest.hasNext()) {
      Draft draft = eldest.next();
      if (drafts.size() <= SENDERS && draft.lastLine() + PATIENCE >= line) {
        return;
      }
      finish(draft);
      eldest.remove();
    }
  }

  private void finish(Draft draft) {
    draft.row().ifPresent(ready::add);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
