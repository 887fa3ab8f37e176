package io.tidemark.server.partner;

import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Decision;
import io.tidemark.custody.Disclosure;
import io.tidemark.custody.Workshop;
import io.tidemark.disclose.Copies;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.InForce;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.store.outbox.PreparedLists;
import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.Vault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prepares the lists of partners by the flow that files go through, and hands each to its own
 * party. Thread-safe.
 */
@Component
public class OwnLists {
  private static final int BUFFER = 1 << 16;

  /** Lists of so many people are kept in memory for a caller who waits: some 200 kB. */
  private static final int SHORT = 2_000;

  /** After so many bytes it is asked again whether the partner is let in. */
  private static final long ASKED_AGAIN = 4L << 20;

  private final Home home;
  private final Vault vault;
  private final PreparedLists lists;
  private final PartnerDoor door;
  private final PartnerFigures figures;
  private final Clock clock;
  private volatile @Nullable Tools last;

  /** Prepares lists of this home. */
  public OwnLists(
      Home home, PartnerDoor door, PartnerFigures figures, Clock clock, JsonMapper json) {
    this.home = home;
    this.vault = home.vault();
    this.lists = home.preparedLists(new ListFormat(json));
    this.door = door;
    this.figures = figures;
    this.clock = clock;
  }

  /** How a list is written. */
  public enum Format {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    /** The media type. */
    public String type() {
      return type;
    }

    /** The name that a caller gives. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The format with that name, or nothing. */
    public static Optional<Format> named(String id) {
      for (Format format : values()) {
        if (format.id().equals(id)) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }
  }

  /** The tools under what counts at one moment. */
  private record Tools(InForce by, Workshop workshop) {}

  /**
   * A list that was prepared.
   *
   * @param atOnce the list itself, where its caller waits for it and it is short; whoever comes
   *     back for it is given it from its file
   */
  public record Made(Disclosure.Released released, Optional<Ready> atOnce) {}

  /**
   * Prepares a list; ends the request with the recorded refusal otherwise.
   *
   * @param waits whether the caller wants the list itself in the answer
   */
  public Made prepare(
      InForce now,
      PartnerCaller caller,
      Ask ask,
      Decision decision,
      RoaringBitmap records,
      Format format,
      boolean waits)
      throws IOException {
    if (!waits || records.getCardinality() > SHORT) {
      return new Made(
          released(now, caller, ask, decision, records, format, lists), Optional.empty());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    Disclosure.Released released =
        released(now, caller, ask, decision, records, format, lists.alsoTo(bytes));
    PreparedLists.Fetched list =
        new PreparedLists.Fetched(
            released.file(), bytes.size(), new ByteArrayInputStream(bytes.toByteArray()));
    return new Made(released, Optional.of(new Ready(format, list)));
  }

  private Disclosure.Released released(
      InForce now,
      PartnerCaller caller,
      Ask ask,
      Decision decision,
      RoaringBitmap records,
      Format format,
      Copies copies)
      throws IOException {
    Disclosure.Order order =
        new Disclosure.Order(caller.actor(), ask, decision, records, 0, lists.target(format.id()));
    try {
      return new Disclosure(
              vault, home.journal(), workshop(now), home.consents(), copies, now.policy(), clock)
          .disclose(order)
          .either(
              released -> {
                figures.prepared(caller.party(), released.rows());
                return released;
              },
              refused -> {
                figures.refused(caller.party(), refused.refusal().rule());
                throw Halt.refused(refused.refusal());
              });
    } catch (HoneyNumberTaken e) {
      throw Halt.with(
          409,
          "overtaken",
          "另一份清单同时用了同一个号码，没有交付；请换一个 Idempotency-Key 重试",
          "another list took the same number at the same moment and this one was not delivered: try"
              + " again under a new Idempotency-Key");
    }
  }

  private Workshop workshop(InForce now) {
    Tools known = last;
    if (known == null || known.by() != now) {
      known = new Tools(now, Workshops.of(home, vault, now.policy(), now.chain()));
      last = known;
    }
    return known.workshop();
  }

  /** Until when a list that was prepared now can be fetched. */
  public Instant keptUntil() {
    return clock.instant().plus(PreparedLists.KEPT);
  }

  /**
   * A list that is about to be sent.
   *
   * @param format how it is written
   */
  public record Ready(Format format, PreparedLists.Fetched list) {}

  /** A list that this caller may fetch now; nothing for any other. To be sent, or closed. */
  public Optional<Ready> ready(PartnerCaller caller, DisclosureId id) throws IOException {
    for (Format format : Format.values()) {
      Optional<PreparedLists.Fetched> list =
          lists.fetch(id, caller.party(), lists.target(format.id()), clock.instant());
      if (list.isPresent()) {
        return Optional.of(new Ready(format, list.get()));
      }
    }
    return Optional.empty();
  }

  /** Sends a list and closes it. A partner that is suspended meanwhile gets no more of it. */
  public void send(PartnerCaller caller, Ready ready, HttpServletResponse response)
      throws IOException {
    PreparedLists.Fetched list = ready.list();
    try (InputStream bytes = list.bytes()) {
      response.setContentType(ready.format().type());
      response.setContentLengthLong(list.size());
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"list." + ready.format().id() + "\"");
      response.setHeader(
          "Repr-Digest",
          "sha-256=:" + Base64.getEncoder().encodeToString(list.digest().bytes()) + ":");
      OutputStream out = response.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      long asked = 0;
      long sent = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        if (sent - asked >= ASKED_AGAIN) {
          asked = sent;
          if (!door.stillOpen(caller)) {
            return; // fewer bytes than were announced: the caller sees that it is cut off
          }
        }
        out.write(buffer, 0, read);
        sent += read;
      }
    }
  }

  /** Removes lists that can be fetched no longer. */
  public void sweep(Instant now) throws IOException {
    lists.sweep(now);
  }
}
