package io.tidemark.custody.owner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Permit;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Pacing;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.rights.Consents;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Opened;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Vault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finding the one person who has a number today: {@code Decision -> Receipt -> Opened}. What the
 * token finds is opened and compared, since a number of before finds somebody too. People of one
 * name who share the number are one person: a policy without an identity number has a key of its
 * own. Thread-safe.
 */
public final class Identifying {
  /** What whoever asks is told where nobody, or more than one person, has the number. */
  public static final Refusal NOBODY =
      Refusal.of(
          "nobody-meant",
          "没有人有此号码，或号码属于不止一人（可改用保单号或证件号码）",
          "nobody has the number, or more than one person has it (try the policy number or the"
              + " identity number)");

  private final Vault vault;
  private final Shelf shelf;
  private final Consents consents;
  private final Pacing pacing;
  private final Register register;
  private final Authority authority;

  /** Finds people on this shelf, recorded in this register, at this pace. */
  public Identifying(
      Vault vault,
      Shelf shelf,
      Consents consents,
      Pacing pacing,
      Register register,
      Authority authority) {
    this.vault = vault;
    this.shelf = shelf;
    this.consents = consents;
    this.pacing = pacing;
    this.register = register;
    this.authority = authority;
  }

  /** One whole number; never a name. */
  public record Number(Locator kind, PersonalText typed) {
    /** Refuses to search for a name. */
    public Number {
      if (kind == Locator.NAME) {
        throw new IllegalArgumentException("a person is found by a number");
      }
    }
  }

  /**
   * One person.
   *
   * @param people the person's keys, at least one
   * @param records those of the person's records that have the number today
   * @param permit under which they were opened
   * @param receipt of the entry after which it was looked
   */
  public record Person(Set<UUID> people, RoaringBitmap records, Permit permit, Receipt receipt) {
    /** Copies the set. */
    public Person {
      people = Set.copyOf(people);
    }
  }

  /** What is done with the person who was found. */
  public interface Then<T> {
    /** Goes on; the end of it is recorded. */
    Recorded<T> with(Person found);
  }

  /**
   * Finds the one person who has this number, and goes on. Numbers that are nobody's have a pace,
   * and are answered as those that several people have.
   */
  public <T> Recorded<T> one(Pacing.What what, Actor actor, Act act, Number number, Then<T> then) {
    if (!actor.may(act)) {
      return register.notYourDuty(actor, act);
    }
    Pace naming = register.policy().naming().pace();
    Pace pace =
        new Pace(Integer.MAX_VALUE, Integer.MAX_VALUE, naming.misses(), naming.lockedMinutes());
    Pacing.Turn turn = pacing.begin(what, actor.id(), pace, 1, register.now());
    if (turn.limit().isPresent()) {
      Refusal tooSoon = turn.limit().get().refusal(what);
      return register.refusedUntil(actor, act, tooSoon, turn.until());
    }
    Optional<Person> found = find(actor, act, List.of(number)).get(0);
    if (found.isEmpty()) {
      return register.refused(actor, act, NOBODY);
    }
    pacing.forgive(what, actor.id(), pace);
    return then.with(found.get());
  }

  /**
   * The person of each number, in their order; nothing for nobody and for several. The caller has
   * asked that the actor may do this.
   */
  List<Optional<Person>> find(Actor actor, Act act, List<Number> numbers) {
    List<PersonalText> canonical = canonical(numbers);
    List<RoaringBitmap> found = found(numbers, canonical);
    RoaringBitmap all = RoaringBitmap.or(found.iterator());
    if (!(authority.identify(actor, act) instanceof Permit permit)) {
      throw new IllegalStateException("whose duty it is was asked before");
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("identification", actor)
                    .line(Vault.PERMIT_LINE, permit.digest())
                    .line("numbers", numbers.size())
                    .line("records", all.getCardinality())
                    .build());
    Map<Integer, Content> contents = new HashMap<>();
    try (Opened opened = vault.open(permit, receipt, all, receipt.index())) {
      opened.records().forEach(record -> contents.put(record.id().number(), record.content()));
    }
    Map<Integer, UUID> people = consents.people(all);
    List<Optional<Person>> persons = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      FieldClass field = numbers.get(i).kind().field();
      persons.add(
          one(found.get(i), contents, people, field, canonical.get(i))
              .map(own -> new Person(Set.copyOf(own.values()), set(own), permit, receipt)));
    }
    return persons;
  }

  private List<PersonalText> canonical(List<Number> numbers) {
    Labels labels = Labels.asOf(China.day(register.now()));
    return numbers.stream()
        .map(
            number ->
                labels
                    .label(number.kind().field(), number.typed().reveal(Reveal.CLASSIFY))
                    .canonical())
        .toList();
  }

  private List<RoaringBitmap> found(List<Number> numbers, List<PersonalText> canonical) {
    Map<Locator, List<Long>> byKind = new EnumMap<>(Locator.class);
    long[] tokens = new long[numbers.size()];
    for (int i = 0; i < tokens.length; i++) {
      Locator kind = numbers.get(i).kind();
      tokens[i] = vault.tokens().locator(kind, canonical.get(i));
      byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(tokens[i]);
    }
    Map<Long, RoaringBitmap> byToken = new HashMap<>();
    byKind.forEach((kind, asked) -> byToken.putAll(shelf.find(kind, asked)));
    List<RoaringBitmap> found = new ArrayList<>(tokens.length);
    for (long token : tokens) {
      found.add(byToken.getOrDefault(token, new RoaringBitmap()));
    }
    return found;
  }

  private static RoaringBitmap set(Map<Integer, UUID> own) {
    RoaringBitmap records = new RoaringBitmap();
    own.keySet().forEach(records::add);
    return records;
  }

  /** The records that have the number, with their people's keys, if they are one person's. */
  private static Optional<Map<Integer, UUID>> one(
      RoaringBitmap found,
      Map<Integer, Content> contents,
      Map<Integer, UUID> people,
      FieldClass field,
      PersonalText canonical) {
    Map<Integer, UUID> own = new HashMap<>();
    Set<PersonalText> names = new HashSet<>();
    for (int record : found) {
      Content content = contents.get(record);
      UUID person = people.get(record);
      if (content != null && person != null && content.canonical(field).equals(canonical)) {
        own.put(record, person);
        names.add(content.canonical(FieldClass.NAME));
      }
    }
    boolean severalKeys = Set.copyOf(own.values()).size() > 1;
    return own.isEmpty() || (severalKeys && names.size() > 1) ? Optional.empty() : Optional.of(own);
  }
}
