package io.tidemark.formats.settings;

import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Naming;
import io.tidemark.authorise.NoticeTerms;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Allowance;
import io.tidemark.authorise.Policy.ApprovalRule;
import io.tidemark.authorise.Policy.BreakGlass;
import io.tidemark.authorise.Policy.Combination;
import io.tidemark.authorise.Policy.Demand;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.authorise.Policy.Purpose;
import io.tidemark.authorise.Policy.Use;
import io.tidemark.authorise.Retention;
import io.tidemark.rights.ConsentRule;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Grade;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.PartyKind;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one policy file. */
final class PolicyReader {
  private final Faults faults;

  PolicyReader(Faults faults) {
    this.faults = faults;
  }

  Policy read(Value root, Digest digest) throws BadSettings {
    Section file =
        Section.of(
            root,
            "version",
            "bound",
            "honey_share?",
            "fields",
            "kinds?",
            "combinations?",
            "purposes",
            "allowances",
            "approvals",
            "break_glass?",
            "demands?",
            "look_ups?",
            "requests?",
            "notices?",
            "retention?",
            "aliases?",
            "screens?");
    Optional<String> version = file.read("version", Value::text);
    Optional<Double> bound = file.read("bound", PolicyReader::bound);
    Optional<Double> honeyShare = file.read("honey_share", PolicyReader::honeyShare);
    Map<FieldClass, FieldRule> fields = GradeReader.fields(file);
    Map<String, FieldRule> kinds = GradeReader.kinds(file);
    List<Combination> combinations = each(file, "combinations", PolicyReader::combination);
    Map<String, Purpose> purposes = purposes(file);
    Map<Use, Allowance> allowances = new AllowanceReader(purposes.keySet()).read(file);
    List<ApprovalRule> approvals = new ApprovalReader().read(file);
    Optional<BreakGlass> glass = file.read("break_glass", PolicyReader::glass);
    List<Demand> demands = each(file, "demands", item -> demand(item, purposes.keySet()));
    LookUps lookUps = new LookUpReader(purposes.keySet()).read(file);
    Optional<Naming> naming = file.read("requests", PolicyReader::naming);
    Optional<NoticeTerms> notices = file.read("notices", PolicyReader::notices);
    Retention retention = new RetentionReader(purposes.keySet()).read(file);
    AliasTerms aliases = new AliasReader(purposes.keySet()).read(file);
    faults.check();
    return new Policy(
        version.orElseThrow(),
        digest,
        fields,
        kinds,
        combinations,
        purposes,
        allowances,
        approvals,
        glass.orElse(new BreakGlass(Set.of())),
        demands,
        honeyShare.orElse(0.0),
        bound.orElseThrow(),
        lookUps,
        naming.orElse(Naming.USUAL),
        notices.orElse(NoticeTerms.USUAL),
        retention,
        aliases,
        ScreenReader.read(file));
  }

  private static Optional<Double> bound(Value value) {
    Optional<Double> bound = value.decimal().filter(b -> b > 0 && b <= Policy.LOOSEST_BOUND);
    if (bound.isEmpty()) {
      value.fault(
          value.key(),
          "误认界限应大于 0 且不超过 0.01",
          "the bound on accusing an innocent lies above 0 and at most at 0.01");
    }
    return bound;
  }

  private static Optional<Double> honeyShare(Value value) {
    Optional<Double> share =
        value.decimal().filter(part -> part >= 0 && part <= Policy.LARGEST_HONEY_SHARE);
    if (share.isEmpty()) {
      value.fault(
          value.key(),
          "蜜罐客户占比应在 0 与 0.5 之间",
          "the share of honey customers lies between 0 and 0.5");
    }
    return share;
  }

  private static Optional<Combination> combination(Value item) {
    Section section = Section.of(item, "fields", "grade", "source?");
    Set<FieldClass> fields =
        section.value("fields").map(value -> value.distinct(Value::column)).orElse(Set.of());
    String source = section.read("source", Value::text).orElse("");
    return section
        .read("grade", PolicyReader::grade)
        .map(grade -> new Combination(Set.copyOf(fields), grade, source));
  }

  static Optional<Grade> grade(Value value) {
    return value.named(Grade::named, "级别", "grade");
  }

  private static Map<String, Purpose> purposes(Section file) {
    Map<String, Purpose> purposes = new LinkedHashMap<>();
    for (Value.Entry entry : file.value("purposes").map(Value::entries).orElse(List.of())) {
      Optional<String> id = entry.name().id();
      Section section =
          Section.of(entry.value(), "zh", "en", "basis", "retention_days", "consent?");
      String zh = section.read("zh", Value::text).orElse("");
      String en = section.read("en", Value::text).orElse("");
      String basis = section.read("basis", Value::text).orElse("");
      int days = section.read("retention_days", value -> value.number(1)).orElse(1);
      ConsentRule consent =
          section.read("consent", PolicyReader::consent).orElse(ConsentRule.OBJECTION);
      id.ifPresent(
          name -> purposes.put(name, new Purpose(name, new Words(zh, en), basis, days, consent)));
    }
    return purposes;
  }

  private static Optional<ConsentRule> consent(Value value) {
    return value.named(
        ConsentRule::named,
        "同意规则；可用：none, objection, purpose, recipient",
        "rule of consent; there are: none, objection, purpose, recipient");
  }

  private static Optional<BreakGlass> glass(Value value) {
    return Section.of(value, "duties")
        .value("duties")
        .map(duties -> duties.distinct(duty -> duty.named(Duty::named, "职责", "duty")))
        .map(BreakGlass::new);
  }

  private static Optional<Naming> naming(Value value) {
    Section section =
        Section.of(value, "per_hour", "per_day", "unknown", "locked_minutes", "fewest");
    Optional<Pace> pace = LookUpReader.pace(section, "unknown");
    return section
        .read("fewest", number -> number.number(1))
        .flatMap(fewest -> pace.map(known -> new Naming(known, fewest)));
  }

  private static Optional<NoticeTerms> notices(Value value) {
    Section section = Section.of(value, "acknowledge_within_days", "keep_days");
    Optional<Integer> within = section.read("acknowledge_within_days", number -> number.number(1));
    Optional<Integer> kept = section.read("keep_days", number -> number.number(1));
    if (within.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    if (!NoticeTerms.fits(within.get(), kept.get())) {
      value.fault(
          value.key(),
          "通知的确认期限为 1 到 365 天，保存期不短于它、不超过 1095 天",
          "a notice is to be acknowledged within 1 to 365 days, and kept as long at least, 1095 days"
              + " at most");
      return Optional.empty();
    }
    return Optional.of(new NoticeTerms(within.get(), kept.get()));
  }

  private static Optional<Demand> demand(Value item, Set<String> purposes) {
    Section section =
        Section.of(item, "outside_only", "kinds?", "purposes?", "people", "condition?", "rows");
    Optional<Boolean> outside = section.read("outside_only", Value::flag);
    Set<PartyKind> kinds =
        section.value("kinds").map(value -> value.distinct(PolicyReader::kind)).orElse(Set.of());
    Set<String> named =
        section
            .value("purposes")
            .map(value -> value.distinct(purpose -> Purposes.known(purposes, purpose)))
            .orElse(Set.of());
    Optional<Integer> people = section.read("people", value -> value.number(0));
    LeakCondition condition =
        section.read("condition", PolicyReader::condition).orElse(LeakCondition.AS_RELEASED);
    Optional<Integer> rows = section.read("rows", value -> value.number(1));
    return outside.isEmpty() || people.isEmpty() || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Demand(outside.get(), kinds, named, people.get(), condition, rows.get()));
  }

  private static Optional<PartyKind> kind(Value value) {
    return value.named(PartyKind::named, "当事方种类", "kind of party");
  }

  private static Optional<LeakCondition> condition(Value value) {
    String all =
        Arrays.stream(LeakCondition.values())
            .map(LeakCondition::id)
            .collect(Collectors.joining(", "));
    return value.named(LeakCondition::named, "泄露状态；可用：" + all, "condition; there are: " + all);
  }

  static <T> List<T> each(Section file, String key, Function<Value, Optional<T>> reader) {
    List<T> all = new ArrayList<>();
    for (Value item : file.value(key).map(Value::list).orElse(List.of())) {
      reader.apply(item).ifPresent(all::add);
    }
    return all;
  }
}
