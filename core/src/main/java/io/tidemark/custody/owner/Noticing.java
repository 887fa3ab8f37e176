package io.tidemark.custody.owner;

import io.tidemark.authorise.NoticeTerms;
import io.tidemark.custody.TurningBack;
import io.tidemark.disclose.View;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.rights.ConsentsRecorded.Spoken;
import io.tidemark.rights.Statement;
import io.tidemark.rights.notice.Cause;
import io.tidemark.rights.notice.Finding;
import io.tidemark.rights.notice.GivenCopy;
import io.tidemark.rights.notice.Opening;
import io.tidemark.rights.notice.Openings;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.NoticeId;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Makes the notices that what a person says, or an erasure, opens: one for each party that was
 * given the person. What finds the person in the party's copy is taken from the version that was
 * given, in the form in which it was given, and sealed at once. Thread-safe.
 *
 * @param vault opens what was given
 * @param keys give the parties' tokens and seal the notices
 * @param footprints say who was given whom
 * @param terms the times of a notice
 */
public record Noticing(Vault vault, KeyRing keys, Footprints footprints, NoticeTerms terms) {
  /** What seals notices, each under its name. */
  static SecretBox box(KeyRing keys) {
    return SecretBox.of(keys, "notices");
  }

  /** One notice to be, without its copies. */
  private record About(
      Cause cause, Optional<String> purpose, Optional<UUID> person, Instant since, Instant now) {}

  /** The notices of what some people said, as far as it does not allow. */
  Openings said(List<Spoken> spoken, Instant now) {
    List<Spoken> against =
        spoken.stream().filter(one -> Cause.of(one.statement().word()).isPresent()).toList();
    if (against.isEmpty()) {
      return Openings.NONE;
    }
    RoaringBitmap records =
        footprints.records(against.stream().map(Spoken::person).collect(Collectors.toSet()));
    Footprint print = footprints.of(records);
    Map<UUID, List<Footprint.Given>> given =
        print.given().stream().collect(Collectors.groupingBy(one -> one.version().person()));
    List<Opening> notices = new ArrayList<>();
    for (Spoken one : against) {
      Statement statement = one.statement();
      About about =
          new About(
              Cause.of(statement.word()).orElseThrow(),
              Optional.of(statement.purpose()),
              Optional.of(one.person()),
              statement.at(),
              now);
      List<Footprint.Given> concerned =
          given.getOrDefault(one.person(), List.of()).stream()
              .filter(copy -> concerns(statement, copy))
              .toList();
      notices.addAll(openings(about, concerned));
    }
    Set<Integer> own = print.owners().keySet();
    return new Openings(notices, own, print.givenOf(own));
  }

  private static boolean concerns(Statement statement, Footprint.Given copy) {
    return copy.purpose().equals(statement.purpose())
        && statement.recipient().filter(named -> !named.equals(copy.party())).isEmpty();
  }

  /** The notices to all who were given somebody of these: each person is one, without a name. */
  List<Opening> erased(Footprint print, Instant now) {
    About about = new About(Cause.ERASED, Optional.empty(), Optional.empty(), now, now);
    return print.given().stream()
        .collect(Collectors.groupingBy(print::person, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(given -> openings(about, given).stream())
        .toList();
  }

  private List<Opening> openings(About about, List<Footprint.Given> given) {
    Map<String, List<Footprint.Given>> byParty =
        given.stream()
            .filter(Footprint.Given::held)
            .collect(
                Collectors.groupingBy(
                    Footprint.Given::party, LinkedHashMap::new, Collectors.toList()));
    List<Opening> openings = new ArrayList<>(byParty.size());
    byParty.forEach((party, copies) -> openings.add(opening(about, party, copies)));
    return openings;
  }

  private Opening opening(About about, String party, List<Footprint.Given> given) {
    NoticeId id = NoticeId.random();
    PartyTokens tokens = TurningBack.of(keys, party);
    Map<Integer, List<Footprint.Given>> byCopy =
        given.stream()
            .collect(
                Collectors.groupingBy(
                    Footprint.Given::number, LinkedHashMap::new, Collectors.toList()));
    List<GivenCopy> copies =
        byCopy.values().stream()
            .map(
                rows ->
                    new GivenCopy(
                        rows.get(0).disclosure(),
                        rows.get(0).entry(),
                        rows.get(0).at(),
                        rows.get(0).purpose(),
                        rows.stream().map(row -> row(row, tokens)).toList()))
            .toList();
    return new Opening(
        id,
        party,
        about.cause(),
        about.purpose(),
        about.person(),
        about.since(),
        about.now(),
        terms.due(about.now()),
        terms.until(about.now()),
        box(keys).seal(GivenCopy.bytes(copies), id.text()));
  }

  private List<Finding> row(Footprint.Given given, PartyTokens tokens) {
    Map<FieldClass, Form> forms = Form.ofFields(given.forms());
    Function<Content, List<Finding>> shown = content -> cells(forms, content, tokens);
    return vault.asGiven(given.version().stored(), shown);
  }

  /** The one cell that finds the row alone; where the party has none, all that it was shown. */
  private static List<Finding> cells(
      Map<FieldClass, Form> forms, Content content, PartyTokens tokens) {
    Map<FieldClass, Finding> cells = new HashMap<>();
    View.of(forms, content, () -> Masks.HIDDEN)
        .fields()
        .forEach(
            (field, text) -> {
              Form form = forms.getOrDefault(field, Form.WITHHELD);
              if (readable(field, form)) {
                cells.put(field, new Finding(field, form, text));
              } else if (form == Form.TOKEN) {
                PersonalText token = tokens.token(field, content.canonical(field));
                cells.put(field, new Finding(field, form, token));
              }
            });
    List<Finding> all = forms.keySet().stream().flatMap(field -> of(cells, field)).toList();
    return Finding.ALONE.stream()
        .flatMap(field -> of(cells, field))
        .filter(Finding::alone)
        .findFirst()
        .map(List::of)
        .orElse(all);
  }

  private static Stream<Finding> of(Map<FieldClass, Finding> cells, FieldClass field) {
    return Optional.ofNullable(cells.get(field)).stream();
  }

  /** Whether a view has it as the copy has it: marked values are spelled otherwise there. */
  private static boolean readable(FieldClass field, Form form) {
    return switch (form) {
      case PLAIN -> !Catalogue.marked().contains(field);
      case MASKED, GENERALISED -> true;
      case TOKEN, ALIAS, WITHHELD -> false;
    };
  }
}
