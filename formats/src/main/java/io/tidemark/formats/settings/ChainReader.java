package io.tidemark.formats.settings;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.Policy;
import io.tidemark.formats.settings.Changes.Terms;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one chain file; what it finds is valid only when no fault was noted. */
final class ChainReader {
  private final Chain existing;
  private final Policy policy;
  private final LocalDate today;
  private final ChainFile.Mode mode;
  private final Known known;
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Grant> grants = new ArrayList<>();
  private final Set<Terms> terms = new HashSet<>();
  private final List<Words> changes = new ArrayList<>();

  ChainReader(Chain existing, Policy policy, LocalDate today, ChainFile.Mode mode) {
    this.existing = existing;
    this.policy = policy;
    this.today = today;
    this.mode = mode;
    this.known = new Known(existing);
    existing.grants().stream()
        .filter(grant -> grant.state() != Grant.State.REVOKED)
        .map(Terms::of)
        .forEach(terms::add);
  }

  ChainFile.Applied read(Value root) {
    Section file = Section.of(root, "parties?", "people?", "grants?");
    List<Section> partySections =
        sections(file, "parties", item -> Section.of(item, "id", "kind", "parent?", "name"));
    List<Section> personSections =
        sections(file, "people", item -> Section.of(item, "id", "party", "duties"));
    partySections.forEach(section -> section.value("id").ifPresent(known::declareParty));
    personSections.forEach(section -> section.value("id").ifPresent(known::declarePerson));
    partySections.forEach(section -> party(section).ifPresent(this::add));
    new Parents(existing, parties).check(partySections);
    personSections.forEach(section -> person(section).ifPresent(this::add));
    GrantReader reader = new GrantReader(chain(), known, policy, today, mode.state);
    for (Value item : file.value("grants").map(Value::list).orElse(List.of())) {
      reader.read(item).ifPresent(this::add);
    }
    return new ChainFile.Applied(
        chain(), List.copyOf(parties.values()), List.copyOf(people.values()), grants, changes);
  }

  private static List<Section> sections(
      Section file, String key, Function<Value, Section> section) {
    return file.value(key).map(Value::list).orElse(List.of()).stream().map(section).toList();
  }

  private Optional<Party> party(Section section) {
    Optional<String> id = section.read("id", Value::id);
    Optional<PartyKind> kind =
        section.read("kind", value -> value.named(PartyKind::named, "当事方种类", "kind of party"));
    Optional<String> parent = section.read("parent", known::party);
    Optional<String> name = section.read("name", Value::text);
    boolean broken = section.value("parent").isPresent() && parent.isEmpty();
    return id.isEmpty() || kind.isEmpty() || name.isEmpty() || broken
        ? Optional.empty()
        : Optional.of(new Party(id.get(), kind.get(), parent, name.get()))
            .filter(party -> keepsKind(section, party));
  }

  /** A grant was given to a kind of party; the kind cannot change under it. */
  private boolean keepsKind(Section section, Party party) {
    boolean keeps = existing.party(party.id()).map(p -> p.kind() == party.kind()).orElse(true);
    if (!keeps) {
      section
          .place()
          .fault(
              party.id(),
              "已有当事方的种类不能改变，请用新编号登记",
              "the kind of an existing party cannot change; register a new id");
    }
    return keeps;
  }

  private Optional<Person> person(Section section) {
    Optional<String> id = section.read("id", Value::id);
    id.filter(Actor::reserved)
        .ifPresent(
            taken -> section.place().fault(taken, "这个编号是系统保留的", "this id is the system's own"));
    Optional<String> party = section.read("party", known::party);
    List<Duty> duties =
        section.value("duties").stream()
            .flatMap(
                value -> value.distinct(duty -> duty.named(Duty::named, "职责", "duty")).stream())
            .toList();
    return id.isEmpty() || party.isEmpty() || duties.isEmpty()
        ? Optional.empty()
        : Optional.of(new Person(id.get(), party.get(), Set.copyOf(duties)))
            .filter(person -> decidesNothing(section, person));
  }

  /** A system does what staff and auditors do. */
  private static boolean decidesNothing(Section section, Person person) {
    boolean fits = !person.isSystem() || person.duties().stream().allMatch(Duty::fitsSystem);
    if (!fits) {
      section
          .place()
          .fault(
              person.id(),
              "系统（system）之外只能有 staff 与 auditor 的职责",
              "a system has no duties beside staff and auditor");
    }
    return fits;
  }

  private void add(Party party) {
    Optional<Party> before = existing.party(party.id());
    if (!before.equals(Optional.of(party))) {
      parties.put(party.id(), party);
      changes.add(Changes.party(before, party));
    }
  }

  private void add(Person person) {
    Optional<Person> before = existing.person(person.id());
    if (!before.equals(Optional.of(person))) {
      people.put(person.id(), person);
      changes.add(Changes.person(before, person));
    }
  }

  private void add(Grant grant) {
    if (terms.add(Terms.of(grant))) {
      grants.add(grant);
      changes.add(Changes.grant(grant, mode.words()));
    }
  }

  private Chain chain() {
    Map<String, Party> allParties = new LinkedHashMap<>(existing.parties());
    allParties.putAll(parties);
    Map<String, Person> allPeople = new LinkedHashMap<>(existing.people());
    allPeople.putAll(people);
    List<Grant> allGrants = new ArrayList<>(existing.grants());
    allGrants.addAll(grants);
    return new Chain(allParties, allPeople, allGrants);
  }
}
