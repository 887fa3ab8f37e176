package io.tidemark.disclose;

import io.tidemark.authorise.Permit;
import io.tidemark.disclose.alias.CopyAliases;
import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.disclose.mark.Marker;
import io.tidemark.disclose.mask.Generalised;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.Positions;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Batches;
import io.tidemark.vault.Content;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prepares the copies of one recipient. Not thread-safe: one for each release, which itself works
 * on all processors.
 */
public final class Preparation {
  private static final PersonalText NOTHING = PersonalText.of("");
  private static final int RUNS = Math.max(1, ForkJoinPool.getCommonPoolParallelism() + 1);

  private final Supplier<Tools> tools;
  private final Positions positions;
  private final HoneyCustomers honey;
  private final CopyAliases aliases;
  private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();

  /** What one thread marks and masks with. */
  public record Tools(Marker marker, PartyTokens tokens) {}

  /**
   * Prepares with these marks and tokens, anew for each thread, these honey customers and these
   * alias numbers.
   */
  public Preparation(
      Supplier<Tools> tools, Positions positions, HoneyCustomers honey, CopyAliases aliases) {
    this.tools = tools;
    this.positions = positions;
    this.honey = honey;
    this.aliases = aliases;
  }

  /** What becomes a row. */
  private record Raw(
      Content content,
      List<Offer> offers,
      Optional<HoneyCustomer> invented,
      Supplier<PersonalText> alias) {}

  /** The rows of the copy. */
  public Prepared prepare(Permit permit, Opened opened) {
    AtomicInteger place = new AtomicInteger();
    Map<FieldClass, Form> forms = permit.forms();
    Stream<Raw> raw =
        opened.records().flatMap(record -> among(record, place.getAndIncrement()).stream());
    return new Prepared(
        List.copyOf(forms.keySet()), Batches.of(raw).flatMap(batch -> rows(forms, batch)));
  }

  /** A real person and the honey customers that stand behind it. */
  private List<Raw> among(OpenedRecord record, int place) {
    List<Raw> raw = new ArrayList<>(1);
    raw.add(new Raw(record.content(), record.offers(), Optional.empty(), aliases.next()));
    for (HoneyCustomer customer : honey.after(place, record.content())) {
      Content content = customer.content();
      raw.add(
          new Raw(
              content,
              positions.offers(content.original(), content.canonical()),
              Optional.of(customer),
              aliases.of(customer.draw())));
    }
    return raw;
  }

  /** A batch in as many runs as there are processors, each with tools of its own. */
  private Stream<Prepared.Row> rows(Map<FieldClass, Form> forms, List<Raw> batch) {
    int run = (batch.size() + RUNS - 1) / RUNS;
    return IntStream.range(0, RUNS)
        .parallel()
        .mapToObj(i -> part(batch, i * run, (i + 1) * run))
        .map(part -> rowsByOwnTools(forms, part))
        .toList()
        .stream()
        .flatMap(List::stream);
  }

  private static List<Raw> part(List<Raw> batch, int from, int to) {
    return batch.subList(Math.min(from, batch.size()), Math.min(to, batch.size()));
  }

  /** With tools that no other run has meanwhile; the next batch takes them again. */
  private List<Prepared.Row> rowsByOwnTools(Map<FieldClass, Form> forms, List<Raw> part) {
    Tools free = idle.poll();
    Tools own = free == null ? tools.get() : free;
    List<Prepared.Row> rows = rows(forms, part, own);
    idle.add(own);
    return rows;
  }

  private static List<Prepared.Row> rows(Map<FieldClass, Form> forms, List<Raw> part, Tools tools) {
    List<Prepared.Row> rows = new ArrayList<>(part.size());
    for (Raw raw : part) {
      List<PersonalText> cells = new ArrayList<>(forms.size());
      forms.forEach((field, form) -> cells.add(cell(field, form, raw, tools)));
      rows.add(new Prepared.Row(cells, RowsRoot.leaf(cells), raw.invented()));
    }
    return rows;
  }

  private static PersonalText cell(FieldClass field, Form form, Raw raw, Tools tools) {
    Content content = raw.content();
    if (!content.says(field)) {
      return NOTHING;
    }
    return switch (form) {
      case PLAIN -> tools.marker().mark(field, content.original(field), raw.offers());
      case MASKED -> Masks.mask(field, content.canonical(field));
      case GENERALISED -> Generalised.of(field, content.canonical(field));
      case TOKEN -> tools.tokens().token(field, content.canonical(field));
      case ALIAS -> raw.alias().get();
      case WITHHELD -> Masks.HIDDEN;
    };
  }
}
