package io.tidemark.authorise;

import io.tidemark.rights.ConsentRule;
import io.tidemark.rights.Footing;
import io.tidemark.terms.Channel;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules as data: grades, purposes, forms, approvals, demands. Read from {@code policy.yaml};
 * its digest stands in every ledger entry. Immutable.
 *
 * @param version what people call this version
 * @param digest SHA-256 of the file
 * @param fields grade of each field, with the source of the grade
 * @param kinds grade of each kind of information that is not kept, by its Chinese name
 * @param combinations fields that together have a higher grade
 * @param purposes by id
 * @param allowances what each purpose allows for each kind of party
 * @param approvals who must approve a release without a standing grant; of the rules that fit the
 *     strictest counts
 * @param glass who may release in an emergency before anybody approved
 * @param demands how traceable a release must be; every rule that fits counts
 * @param honeyShare the largest share of honey customers that the planner may add to a list, 0 for
 *     none
 * @param bound the bound on accusing an innocent at which a verdict is {@code named}: 1e-6, 1e-2 at
 *     the loosest
 * @param lookUps who may look whom up; nobody where the file is silent
 * @param naming how people may be named in requests over the network
 * @param notices the times of notices to those who hold a copy
 * @param retention how long the home keeps what it has
 * @param aliases how long alias numbers rest
 * @param screens what pages that show personal data carry
 */
public record Policy(
    String version,
    Digest digest,
    Map<FieldClass, FieldRule> fields,
    Map<String, FieldRule> kinds,
    List<Combination> combinations,
    Map<String, Purpose> purposes,
    Map<Use, Allowance> allowances,
    List<ApprovalRule> approvals,
    BreakGlass glass,
    List<Demand> demands,
    double honeyShare,
    double bound,
    LookUps lookUps,
    Naming naming,
    NoticeTerms notices,
    Retention retention,
    AliasTerms aliases,
    ScreenTerms screens) {
  /** The loosest bound that may be set. */
  public static final double LOOSEST_BOUND = 1e-2;

  /** The largest share of honey customers that may be set. */
  public static final double LARGEST_HONEY_SHARE = 0.5;

  /** Copies the collections; refuses a bound outside (0, 1e-2] and a field without a grade. */
  public Policy {
    fields = Map.copyOf(fields);
    kinds = Map.copyOf(kinds);
    combinations = List.copyOf(combinations);
    purposes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(purposes));
    allowances = Map.copyOf(allowances);
    approvals = List.copyOf(approvals);
    demands = List.copyOf(demands);
    if (!(bound > 0 && bound <= LOOSEST_BOUND)) {
      throw new IllegalArgumentException(
          "the bound lies above 0 and at most at 0.01, not at " + bound);
    }
    if (!(honeyShare >= 0 && honeyShare <= LARGEST_HONEY_SHARE)) {
      throw new IllegalArgumentException(
          "the share of honey customers lies between 0 and 0.5, not at " + honeyShare);
    }
    if (fields.size() != FieldClass.values().length) {
      throw new IllegalArgumentException("every field class needs a grade");
    }
  }

  /** A policy that says nothing of kinds that are not kept and lets nobody look anybody up. */
  public Policy(
      String version,
      Digest digest,
      Map<FieldClass, FieldRule> fields,
      List<Combination> combinations,
      Map<String, Purpose> purposes,
      Map<Use, Allowance> allowances,
      List<ApprovalRule> approvals,
      BreakGlass glass,
      List<Demand> demands,
      double honeyShare,
      double bound) {
    this(
        version,
        digest,
        fields,
        Map.of(),
        combinations,
        purposes,
        allowances,
        approvals,
        glass,
        demands,
        honeyShare,
        bound,
        LookUps.NONE,
        Naming.USUAL,
        NoticeTerms.USUAL,
        Retention.SILENT,
        AliasTerms.USUAL,
        ScreenTerms.USUAL);
  }

  /**
   * The grade of one field and where it comes from.
   *
   * @param source in prose, as the file has it; may be empty where {@code levels} speak
   * @param levels what published scales say, at most one of each
   */
  public record FieldRule(Grade grade, String source, List<Level> levels) {
    /** Copies the list. */
    public FieldRule {
      levels = List.copyOf(levels);
    }

    /** A rule whose source is prose alone. */
    public FieldRule(Grade grade, String source) {
      this(grade, source, List.of());
    }

    /** How well the weakest of its levels is known; empty where the source is prose alone. */
    public Optional<Label> label() {
      return levels.stream().map(Level::label).reduce((a, b) -> a.or(b));
    }
  }

  /**
   * Fields that together have a grade of their own, such as name, phone and expiry.
   *
   * @param source why, as the file has it; may be empty
   */
  public record Combination(Set<FieldClass> fields, Grade grade, String source) {
    /** Copies the set. */
    public Combination {
      fields = Set.copyOf(fields);
    }

    /** A combination without a reason. */
    public Combination(Set<FieldClass> fields, Grade grade) {
      this(fields, grade, "");
    }
  }

  /**
   * What data is used for.
   *
   * @param consent what it demands of the person's own word
   */
  public record Purpose(
      String id, Words words, String basis, int retentionDays, ConsentRule consent) {
    /** A purpose of a file that is silent about consent: an objection counts. */
    public Purpose(String id, Words words, String basis, int retentionDays) {
      this(id, words, basis, retentionDays, ConsentRule.OBJECTION);
    }
  }

  /** A purpose with a kind of party. */
  public record Use(String purpose, PartyKind kind) {}

  /**
   * What a purpose allows for a kind of party.
   *
   * @param people the most people in one list
   * @param forms the form that is given where a grant or a request is silent; a field that is not
   *     listed is not allowed
   * @param ceilings the form that shows most that may be granted; a field that is not listed may
   *     only have its default
   * @param channels how the data may leave; empty where the policy is silent: in every way
   */
  public record Allowance(
      int people,
      Map<FieldClass, Form> forms,
      Map<FieldClass, Form> ceilings,
      Set<Channel> channels) {
    /** Copies the collections. */
    public Allowance {
      forms = Map.copyOf(forms);
      ceilings = Map.copyOf(ceilings);
      channels = Set.copyOf(channels);
    }

    /** Whether the data may leave this way. */
    public boolean allow(Channel channel) {
      return channels.isEmpty() || channels.contains(channel);
    }

    /**
     * The form that shows most that may be granted for {@code field}, or nothing when the field is
     * not allowed.
     */
    public Optional<Form> ceiling(FieldClass field) {
      Form given = forms.get(field);
      return Optional.ofNullable(ceilings.getOrDefault(field, given));
    }
  }

  /**
   * Approvals that a release needs.
   *
   * @param grade from this grade on
   * @param people for more than this many people
   * @param quorum how many different people must approve
   * @param duties each of these duties must be among the approvers; others may be approvers of any
   *     of them
   */
  public record ApprovalRule(Grade grade, int people, int quorum, Set<Duty> duties) {
    /** Copies the set. */
    public ApprovalRule {
      duties = Set.copyOf(duties);
    }

    private boolean graverThan(ApprovalRule other) {
      return quorum > other.quorum
          || (quorum == other.quorum && duties.size() > other.duties.size());
    }
  }

  /**
   * Releases in an emergency, before anybody approved.
   *
   * @param duties who may; empty for nobody
   */
  public record BreakGlass(Set<Duty> duties) {
    /** Copies the set. */
    public BreakGlass {
      duties = Set.copyOf(duties);
    }

    /** Whether one of the actor's duties is named; the operator has none. */
    boolean allows(Actor actor) {
      return actor.duties().stream().anyMatch(duties::contains);
    }
  }

  /**
   * How traceable a release must be.
   *
   * @param outsideOnly whether it concerns only parties outside the insurer
   * @param kinds the kinds of party that it concerns; empty for all
   * @param purposes the purposes that it concerns; empty for all
   * @param people for lists of more than this many people
   * @param condition in which condition of the leaked copy
   * @param rows from how many rows the recipient must be nameable
   */
  public record Demand(
      boolean outsideOnly,
      Set<PartyKind> kinds,
      Set<String> purposes,
      int people,
      LeakCondition condition,
      int rows) {
    /** Copies the sets. */
    public Demand {
      kinds = Set.copyOf(kinds);
      purposes = Set.copyOf(purposes);
    }

    private boolean concerns(String purpose, PartyKind kind) {
      return (!outsideOnly || kind.outside())
          && (kinds.isEmpty() || kinds.contains(kind))
          && (purposes.isEmpty() || purposes.contains(purpose));
    }
  }

  /**
   * The rule of a kind. One that the policy does not mention counts as free text that may hold
   * anything, and as sensitive of the higher sort at least: silence never lowers a grade.
   */
  public FieldRule rule(Kind kind) {
    if (kind.equals(Kind.NONE)) {
      return new FieldRule(Grade.GENERAL, "不含个人信息 nothing about a person (derived)");
    }
    FieldRule rule =
        kind.field().isPresent() ? fields.get(kind.field().get()) : kinds.get(kind.zh());
    return rule != null
        ? rule
        : new FieldRule(
            freeText().grade().or(Grade.SENSITIVE_HIGH),
            "制度没有写这一类，按最低 sensitive-high 对待；请在 kinds 下补写 the policy is silent: sensitive-high at"
                + " least; add it under kinds");
  }

  /** The rule of what nobody recognises: free text that may hold anything. */
  public FieldRule freeText() {
    return Objects.requireNonNull(fields.get(FieldClass.REMARK));
  }

  /**
   * The grade of these fields together: the gravest of each and of the combinations that are
   * contained.
   */
  public Grade grade(Set<FieldClass> together) {
    Grade grade = Grade.GENERAL;
    for (FieldClass field : together) {
      FieldRule rule = fields.get(field);
      grade = rule == null ? Grade.CORE : grade.or(rule.grade());
    }
    for (Combination combination : combinations) {
      if (together.containsAll(combination.fields())) {
        grade = grade.or(combination.grade());
      }
    }
    return grade;
  }

  /**
   * What a use rests on. Within the insurer nobody is another handler, so that a consent to the
   * purpose is enough there where others have to be named. A purpose that is not listed is one to
   * which objections count.
   */
  public Footing footing(String purpose, Optional<Party> to) {
    Purpose listed = purposes.get(purpose);
    ConsentRule rule = listed == null ? ConsentRule.OBJECTION : listed.consent();
    boolean within = to.isEmpty() || !to.get().kind().outside();
    return new Footing(
        purpose,
        to.map(Party::id),
        rule == ConsentRule.RECIPIENT && within ? ConsentRule.PURPOSE : rule);
  }

  /** What a purpose allows for a party; nothing for a kind of party that is not listed. */
  public Optional<Allowance> allowance(String purpose, Optional<Party> to) {
    return to.map(party -> allowances.get(new Use(purpose, party.kind())));
  }

  /**
   * The approvals that a release of these fields of so many people needs: of the rules that fit the
   * one with most approvers, then with most duties.
   */
  public Optional<ApprovalRule> approvals(Set<FieldClass> together, int people) {
    Grade grade = grade(together);
    return approvals.stream()
        .filter(rule -> grade.compareTo(rule.grade()) >= 0 && people > rule.people())
        .reduce((first, next) -> next.graverThan(first) ? next : first);
  }

  /**
   * From how many rows a list of this purpose, kind of party and size must be nameable: for each
   * condition that is demanded the smallest number of all rules that fit.
   */
  public Map<LeakCondition, Integer> demanded(String purpose, PartyKind kind, int people) {
    Map<LeakCondition, Integer> demanded = new EnumMap<>(LeakCondition.class);
    demands.stream()
        .filter(demand -> demand.concerns(purpose, kind) && people > demand.people())
        .forEach(demand -> demanded.merge(demand.condition(), demand.rows(), Math::min));
    return demanded;
  }

  /** Up to how many people nothing is demanded of a list of this purpose and kind of party. */
  public int undemanded(String purpose, PartyKind kind) {
    return demands.stream()
        .filter(demand -> demand.concerns(purpose, kind))
        .mapToInt(Demand::people)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
