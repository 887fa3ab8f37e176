package io.tidemark.custody.owner;

import static io.tidemark.custody.Pacing.What.CONSENTS;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Policy;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.rights.ConsentRule;
import io.tidemark.rights.Consents;
import io.tidemark.rights.ConsentsRecorded;
import io.tidemark.rights.Statement;
import io.tidemark.rights.notice.Openings;
import io.tidemark.terms.ConsentId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Salt;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What people say of the use of their data: {@code Decision -> Receipt -> Identified -> Recorded}.
 * Giving, withdrawing and refusing are one step each, by the same number. Thread-safe.
 */
public final class Consenting {
  /** The most lines of one {@link #record}. */
  public static final int MOST = 2_000;

  private static final int ATTEMPTS = 5;

  private final Vault vault;
  private final Shelf shelf;
  private final Consents consents;
  private final Identifying identifying;
  private final Register register;
  private final Chain chain;
  private final Noticing noticing;

  /** Records what people say, found by this identifying, for recipients of this chain. */
  public Consenting(
      Vault vault,
      Shelf shelf,
      Consents consents,
      Identifying identifying,
      Register register,
      Chain chain,
      Noticing noticing) {
    this.vault = vault;
    this.shelf = shelf;
    this.consents = consents;
    this.identifying = identifying;
    this.register = register;
    this.chain = chain;
    this.noticing = noticing;
  }

  /** Who, by one whole number, and what this person said. */
  public record Line(Locator kind, PersonalText number, Statement statement) {}

  /**
   * What became of many lines.
   *
   * @param recorded how many were recorded
   * @param refused why others were not, by their place among the lines
   * @param entry the entry; nothing where none was recorded
   */
  public record Outcome(long recorded, Map<Integer, Refusal> refused, Optional<Receipt> entry) {
    /** Copies the map. */
    public Outcome {
      refused = Map.copyOf(refused);
    }
  }

  /** The recorded refusal of an actor whose duty it is not; nothing when it is. */
  public Optional<Refusal> refusal(Actor actor) {
    return register.unlessMay(actor, Act.CONSENT);
  }

  /** Why a statement cannot be recorded, whoever made it. */
  public Optional<Refusal> unsayable(Statement statement) {
    Policy.Purpose purpose = register.policy().purposes().get(statement.purpose());
    if (purpose == null) {
      String all = String.join(", ", register.policy().purposes().keySet());
      return no("unknown-purpose", "制度中没有这个目的；有：" + all, "unknown purpose; there are: " + all);
    }
    if (purpose.consent() == ConsentRule.NONE) {
      return no(
          "not-on-consent",
          "此目的不以同意为依据，本人的意愿不能停止它。依据：" + purpose.basis(),
          "this purpose does not rest on consent, and what the person says does not stop it. It"
              + " rests on: "
              + purpose.basis());
    }
    if (statement.recipient().filter(party -> chain.party(party).isEmpty()).isPresent()) {
      return no("unknown-party", "登记的机构中没有这个接收方", "the chain has no such recipient");
    }
    if (statement.at().isAfter(register.now())) {
      return no("in-the-future", "说的时间在将来", "it cannot have been said in the future");
    }
    return statement.ground().sound()
        ? Optional.empty()
        : no(
            "bad-ground",
            "须写明渠道（" + channels() + "）与告知书版本（字母、数字与 . _ -），文本至多 2000 字符",
            "name the channel ("
                + channels()
                + "), the version of the notice (letters, digits,"
                + " . _ -) and a text of at most 2,000 characters");
  }

  private static String channels() {
    return String.join(", ", io.tidemark.rights.Ground.CHANNELS);
  }

  private static Optional<Refusal> no(String rule, String zh, String en) {
    return Optional.of(Refusal.of(rule, zh, en));
  }

  /** Records what one person says. Numbers that are nobody's have a pace. */
  public Recorded<ConsentId> say(Actor actor, Line line) {
    Optional<Refusal> refusal = unsayable(line.statement());
    if (refusal.isPresent()) {
      return register.refused(actor, Act.CONSENT, refusal.get());
    }
    return identifying.one(
        CONSENTS,
        actor,
        Act.CONSENT,
        new Identifying.Number(line.kind(), line.number()),
        found -> {
          List<ConsentsRecorded.Spoken> spoken = spoken(found, line.statement());
          Receipt receipt = record(actor, spoken, Optional.empty());
          return new Recorded.Done<>(spoken.get(0).id(), receipt);
        });
  }

  /** What one person has said so far. Numbers that are nobody's have a pace. */
  public Recorded<List<Consents.Kept>> show(Actor actor, Locator kind, PersonalText number) {
    return identifying.one(
        CONSENTS,
        actor,
        Act.CONSENT,
        new Identifying.Number(kind, number),
        found -> new Recorded.Done<>(consents.of(found.people()), found.receipt()));
  }

  /**
   * Records what many people say as one entry. The caller has asked {@link #refusal} before.
   *
   * @param lines at most {@link #MOST}; of one person the later line is the later word
   * @param file SHA-256 of the file that has them
   */
  public Outcome record(Actor actor, List<Line> lines, Digest file) {
    Map<Integer, Refusal> refused = new HashMap<>();
    List<Identifying.Number> numbers = new ArrayList<>(lines.size());
    lines.forEach(line -> numbers.add(new Identifying.Number(line.kind(), line.number())));
    List<Optional<Identifying.Person>> found = identifying.find(actor, Act.CONSENT, numbers);
    List<ConsentsRecorded.Spoken> spoken = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      int place = i;
      Statement statement = lines.get(i).statement();
      Optional<Refusal> reason =
          unsayable(statement)
              .or(
                  () ->
                      found.get(place).isEmpty()
                          ? Optional.of(Identifying.NOBODY)
                          : Optional.empty());
      reason.ifPresent(why -> refused.put(place, why));
      if (reason.isEmpty()) {
        spoken.addAll(spoken(found.get(place).orElseThrow(), statement));
      }
    }
    Optional<Receipt> entry =
        spoken.isEmpty() ? Optional.empty() : Optional.of(record(actor, spoken, Optional.of(file)));
    return new Outcome(lines.size() - refused.size(), refused, entry);
  }

  private static List<ConsentsRecorded.Spoken> spoken(
      Identifying.Person found, Statement statement) {
    return found.people().stream()
        .sorted()
        .map(person -> new ConsentsRecorded.Spoken(ConsentId.random(), person, statement))
        .toList();
  }

  private Receipt record(Actor actor, List<ConsentsRecorded.Spoken> spoken, Optional<Digest> file) {
    Entry.Builder entry = register.begin("consent", actor);
    file.ifPresent(digest -> entry.line("source-sha256", digest));
    Map<String, Integer> counts = new TreeMap<>();
    spoken.forEach(one -> counts.merge(one.statement().inShort(), 1, Integer::sum));
    counts.forEach((said, count) -> entry.line("said", said + " " + count));
    entry.line("words", spoken.size()).line("words-root", root(spoken));
    return record(entry.build(), actor, spoken);
  }

  /** Somebody may be given a copy while it is read who has one: then it is read again. */
  private Receipt record(Entry entry, Actor actor, List<ConsentsRecorded.Spoken> spoken) {
    for (int attempt = 1; ; attempt++) {
      Instant now = register.now();
      Openings openings = noticing.said(spoken, now);
      try {
        return register
            .journal()
            .record(entry, new ConsentsRecorded(spoken, actor.id(), now, openings));
      } catch (Overtaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Over a leaf for each word: the number that hides its person, then the statement's digest. */
  private Digest root(List<ConsentsRecorded.Spoken> spoken) {
    Map<UUID, Salt> salts =
        shelf.salts(Set.copyOf(spoken.stream().map(ConsentsRecorded.Spoken::person).toList()));
    RootBuilder root = new RootBuilder();
    for (ConsentsRecorded.Spoken one : spoken) {
      Salt salt = salts.get(one.person());
      if (salt == null) {
        throw new IllegalStateException("a person in custody has a salt");
      }
      byte[] nonce = vault.nonce(one.person(), salt, one.id());
      byte[] leaf = java.util.Arrays.copyOf(nonce, nonce.length + Digest.SIZE);
      System.arraycopy(one.statement().digest().bytes(), 0, leaf, nonce.length, Digest.SIZE);
      root.add(Merkle.leaf(leaf));
    }
    return root.root();
  }
}
