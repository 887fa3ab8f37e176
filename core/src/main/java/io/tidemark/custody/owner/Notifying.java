package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.notice.GivenCopy;
import io.tidemark.rights.notice.Notice;
import io.tidemark.rights.notice.NoticeAcknowledged;
import io.tidemark.rights.notice.NoticeForm;
import io.tidemark.rights.notice.Notices;
import io.tidemark.rights.notice.NoticesEnded;
import io.tidemark.rights.notice.NoticesTold;
import io.tidemark.rights.notice.WebhookSet;
import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telling parties what notices say, and recording that they know: {@code Notice -> Document ->
 * Receipt -> told -> acknowledged}. Thread-safe.
 */
public final class Notifying {
  private final Register register;
  private final NoticeForm form;
  private final SecretBox box;

  /** Tells in this form, recorded in this register. */
  public Notifying(Register register, KeyRing keys, NoticeForm form) {
    this.register = register;
    this.form = form;
    this.box = Noticing.box(keys);
  }

  /**
   * What a party gets.
   *
   * @param text the signed document
   */
  public record Document(Notice notice, String text) {
    /** SHA-256 of the text. */
    public Digest digest() {
      return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The signed document of a notice; nothing once what it said is gone. */
  public Optional<Document> document(Notice notice) {
    return notice
        .box()
        .map(box -> new Document(notice, form.document(notice, copies(notice.id(), box))));
  }

  private List<GivenCopy> copies(NoticeId id, byte[] sealed) {
    try {
      return GivenCopy.parse(box.open(sealed, id.text()));
    } catch (WrongKey e) {
      throw new IllegalStateException("notice " + id + " was altered in the database", e);
    }
  }

  /**
   * The documents that a party fetches; those that it was not told before are recorded first, as
   * one entry.
   *
   * @param notices of that party alone
   */
  public List<Document> fetched(Actor partner, List<Notice> notices) {
    List<Document> documents = new ArrayList<>();
    notices.forEach(notice -> document(notice).ifPresent(documents::add));
    List<Document> news =
        documents.stream()
            .filter(
                one ->
                    one.notice()
                        .told()
                        .filter(told -> told.document().equals(one.digest()))
                        .isEmpty())
            .toList();
    if (!news.isEmpty()) {
      told(partner, news, Notice.Way.LIST);
    }
    return documents;
  }

  /** Records that a party's webhook took a document. */
  public Receipt delivered(Document document) {
    return told(Actor.operator(), List.of(document), Notice.Way.WEBHOOK);
  }

  private Receipt told(Actor actor, List<Document> documents, Notice.Way way) {
    Entry.Builder entry =
        register
            .begin("notice-delivery", actor)
            .line("party", documents.get(0).notice().party())
            .line("way", way.name().toLowerCase(Locale.ROOT));
    Map<NoticeId, Digest> digests = new LinkedHashMap<>();
    for (Document one : documents) {
      digests.put(one.notice().id(), one.digest());
      entry.line("notice", one.notice().id() + " " + one.digest());
    }
    return register.journal().record(entry.build(), new NoticesTold(digests, way, register.now()));
  }

  /**
   * A party's own system says that it did as it was told. It names the document that it acted on.
   *
   * @param notice one of that party, told and not acknowledged
   */
  public Recorded<NoticeId> acknowledge(Actor partner, Notice notice, Digest document) {
    boolean same = notice.told().filter(told -> told.document().equals(document)).isPresent();
    return same
        ? acknowledged(partner, notice, register.begin("notice-acknowledgement", partner), document)
        : register.refused(
            partner,
            Act.RECEIVE,
            Refusal.of(
                "other-document",
                "sha256 不是发给贵方的这份通知的摘要：请重新取通知，核验后再确认",
                "sha256 is not that of the document that you were sent: fetch the notice again, check"
                    + " it, then acknowledge it"));
  }

  /** One of the staff records that a party acknowledged a notice by another way. */
  public Recorded<NoticeId> acknowledgeFor(Actor actor, Notice notice, String why) {
    if (!actor.may(Act.NOTIFY)) {
      return register.notYourDuty(actor, Act.NOTIFY);
    }
    if (notice.acknowledged().isPresent()) {
      return register.refused(
          actor,
          Act.NOTIFY,
          Refusal.of("acknowledged-already", "这份通知已经确认过", "this notice is acknowledged already"));
    }
    return acknowledged(
        actor,
        notice,
        register.begin("notice-acknowledgement", actor).line("reason-sha256", Digest.sha256(why)),
        null);
  }

  private Recorded<NoticeId> acknowledged(
      Actor actor, Notice notice, Entry.Builder entry, @Nullable Digest document) {
    entry
        .line("party", notice.party())
        .line("notice", notice.id())
        .line("cause-entry", notice.entry());
    if (document != null) {
      entry.line("document-sha256", document);
    }
    return done(
        notice.id(), entry, new NoticeAcknowledged(notice.id(), actor.id(), register.now()));
  }

  /** Shows one of the staff what a party is told, which is about a person: recorded before. */
  public Recorded<Optional<Document>> show(Actor actor, Notice notice) {
    if (!actor.may(Act.NOTIFY)) {
      return register.notYourDuty(actor, Act.NOTIFY);
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("notice-opening", actor)
                    .line("party", notice.party())
                    .line("notice", notice.id())
                    .build());
    return new Recorded.Done<>(document(notice), receipt);
  }

  /**
   * Sets the address at which a party's webhook takes notices, or takes it away.
   *
   * @param host where it lies
   * @param url the whole address
   */
  public Recorded<String> webhook(Actor actor, String party, String host, Optional<String> url) {
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    Entry.Builder entry = register.begin("partner-webhook", actor).line("party", party);
    url.ifPresent(one -> entry.line("host", host).line("url-sha256", Digest.sha256(one)));
    Optional<byte[]> sealed =
        url.map(one -> box.seal(one.getBytes(StandardCharsets.UTF_8), "webhook " + party));
    return done(party, entry, new WebhookSet(party, host, sealed, register.now()));
  }

  /** The address that was sealed for a party. */
  public String url(String party, byte[] sealed) {
    try {
      return new String(box.open(sealed, "webhook " + party), StandardCharsets.UTF_8);
    } catch (WrongKey e) {
      throw new IllegalStateException("a webhook was altered in the database", e);
    }
  }

  private <T> Recorded<T> done(T what, Entry.Builder entry, Journal.Consequence consequence) {
    return new Recorded.Done<>(what, register.journal().record(entry.build(), consequence));
  }

  /** Lets go of what notices say whose time is over; the entry says how many. */
  public static void letGo(Notices notices, Journal journal, Instant now) {
    long past = notices.past(now);
    if (past > 0) {
      journal.record(
          Entry.of("notice-end")
              .line("time", now.truncatedTo(ChronoUnit.MILLIS))
              .line("actor", Actor.OPERATOR)
              .line("notices", past)
              .build(),
          new NoticesEnded(now));
    }
  }
}
