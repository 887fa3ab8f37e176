package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Decision;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.custody.Disclosure;
import io.tidemark.formats.condition.Conditions;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Limits;
import io.tidemark.server.http.Page;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Representation;
import io.tidemark.server.partner.OwnLists;
import io.tidemark.server.partner.PartnerCaller;
import io.tidemark.server.partner.PartnerFigures;
import io.tidemark.server.rules.InForce;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Channel;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.Language;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.select.Condition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a partner's own system may do: see its grants, have a list of its own people prepared, fetch
 * it. On the partners' port alone.
 */
@RestController
@Tag(name = "partner", description = "On the partners' port, by client certificate.")
class PartnerApi {
  private static final String GRANTS = Paths.PARTNER + "/grants";
  private static final String LISTS = Paths.PARTNER + "/lists";
  private static final String JSON = "application/json";

  /** A condition opens all of a partner's people: so many a second of one partner. */
  private static final int CONDITIONS = 1;

  private final Home home;
  private final Rules rules;
  private final OwnLists lists;
  private final PartnerFigures figures;
  private final Limits conditions = new Limits(CONDITIONS);

  PartnerApi(Home home, Rules rules, OwnLists lists, PartnerFigures figures) {
    this.home = home;
    this.rules = rules;
    this.lists = lists;
    this.figures = figures;
  }

  @Operation(summary = "Which partner calls, and under which grants it can fetch lists today")
  @GetMapping(path = Paths.PARTNER + "/me", produces = JSON)
  PartnerLists.Me me(PartnerCaller caller) {
    InForce now = rules.inForce();
    CertificateFacts certificate = caller.certificate();
    return new PartnerLists.Me(
        caller.party(),
        now.chain().party(caller.party()).orElseThrow(() -> Halt.status(404)).name(),
        new PartnerLists.OwnCertificate(
            certificate.fingerprint().toString(), certificate.serial(), certificate.until()),
        home.partners().people(caller.party()).getCardinality(),
        own(now, caller).stream()
            .filter(grant -> PartnerLists.OwnGrant.usable(grant, now.register().now()))
            .map(grant -> PartnerLists.OwnGrant.of(grant, now, home.disclosures()))
            .toList());
  }

  @Operation(summary = "All grants of the caller, in the order in which they were proposed")
  @GetMapping(path = GRANTS, produces = JSON)
  Page<PartnerLists.OwnGrant> grants(
      PartnerCaller caller,
      @RequestParam(defaultValue = Page.USUAL) int limit,
      @RequestParam(required = false) @Nullable String after) {
    InForce now = rules.inForce();
    List<PartnerLists.OwnGrant> all =
        own(now, caller).stream()
            .map(grant -> PartnerLists.OwnGrant.of(grant, now, home.disclosures()))
            .toList();
    return Page.within(GRANTS, limit, after, all, PartnerLists.OwnGrant::grant);
  }

  @Operation(
      summary = "Have a list of one's own people prepared and recorded, to be fetched soon",
      description = "With Prefer: return=representation the answer is the list itself.")
  @PostMapping(path = LISTS, consumes = JSON, produces = JSON)
  ResponseEntity<PartnerLists.Prepared> prepare(
      PartnerCaller caller, @RequestBody PartnerLists.Wanted wanted, HttpServletRequest request)
      throws IOException {
    InForce now = rules.inForce();
    OwnLists.Format format =
        OwnLists.Format.named(wanted.format() == null ? "json" : wanted.format())
            .orElseThrow(
                () ->
                    Halt.with(422, "bad-format", "format 应为 json 或 csv", "format is json or csv"));
    Grant grant =
        own(now, caller).stream()
            .filter(one -> one.id().text().equals(wanted.grant()))
            .findFirst()
            .orElseThrow(() -> refused(now, caller, Authority.noSuchGrant()));
    List<FieldClass> columns =
        wanted.columns() == null ? grant.columns() : Whom.columns(wanted.columns());
    Permit atAll = permit(now, caller, grant, ask(caller, wanted, columns, 1));
    RoaringBitmap people = people(now, caller, wanted, atAll);
    Ask ask = ask(caller, wanted, columns, people.getCardinality());
    Decision decision =
        now.authority().receive(caller.actor(), grant.id(), ask, now.register().now());
    boolean waits = Representation.preferred(request);
    OwnLists.Made made = lists.prepare(now, caller, ask, decision, people, format, waits);
    Disclosure.Released released = made.released();
    String href = LISTS + "/" + released.disclosure();
    if (waits) {
      Representation list = response -> sendAtOnce(caller, made, href, response);
      list.insteadOfAnswer(request);
    }
    return ResponseEntity.created(URI.create(href))
        .body(
            new PartnerLists.Prepared(
                released.disclosure().text(),
                href,
                format.id(),
                released.file().toString(),
                lists.keptUntil(),
                decision.rule(),
                released.receipt().index()));
  }

  @Operation(summary = "Fetch a list that was prepared for the caller, for a quarter of an hour")
  @GetMapping(
      path = LISTS + "/{id}",
      produces = {JSON, "text/csv"})
  void fetch(
      PartnerCaller caller,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    DisclosureId list = id(id).orElseThrow(() -> Halt.status(404));
    OwnLists.Ready ready = lists.ready(caller, list).orElseThrow(() -> Halt.status(404));
    if (!accepts(request, ready.format())) {
      ready.list().bytes().close();
      throw Halt.with(
          406,
          "other-format",
          "此清单的格式不在 Accept 之列，请以所需的 format 重新准备",
          "this list has another format than Accept names: prepare it in that format");
    }
    lists.send(caller, ready, response);
  }

  /** The second half of the errand within the first: one way there and back less. */
  private void sendAtOnce(
      PartnerCaller caller, OwnLists.Made made, String href, HttpServletResponse response)
      throws IOException {
    OwnLists.Ready ready =
        made.atOnce().isPresent()
            ? made.atOnce().get()
            : lists
                .ready(caller, made.released().disclosure())
                .orElseThrow(() -> new IOException("the list is gone"));
    response.setHeader("Preference-Applied", "return=representation");
    response.setHeader("Content-Location", href);
    lists.send(caller, ready, response);
  }

  private List<Grant> own(InForce now, PartnerCaller caller) {
    return now.chain().grants().stream()
        .filter(grant -> grant.to().equals(caller.party()))
        .toList();
  }

  private static Ask ask(
      PartnerCaller caller, PartnerLists.Wanted wanted, List<FieldClass> columns, int people) {
    String purpose = wanted.purpose() == null ? "" : wanted.purpose();
    return new Ask(caller.actor().id(), caller.party(), purpose, columns, people, Channel.API);
  }

  /** What is refused for one person is refused before anybody is looked for. */
  private Permit permit(InForce now, PartnerCaller caller, Grant grant, Ask ask) {
    return now.authority()
        .receive(caller.actor(), grant.id(), ask, now.register().now())
        .either(
            permit -> permit,
            needed -> {
              throw refused(now, caller, Authority.noSuchGrant());
            },
            refusal -> {
              throw refused(now, caller, refusal);
            });
  }

  /** The people meant, all of them the caller's own; nobody is a recorded refusal. */
  private RoaringBitmap people(
      InForce now, PartnerCaller caller, PartnerLists.Wanted wanted, Permit permit) {
    if (wanted.where() != null && wanted.subjects() != null) {
      throw Halt.with(
          422, "bad-selection", "where 与 subjects 至多有一个", "where or subjects, and not both");
    }
    RoaringBitmap people = home.partners().people(caller.party());
    if (wanted.subjects() != null) {
      people.and(Whom.named(home, wanted.subjects()).records());
    } else if (wanted.where() != null) {
      people = where(now, caller, wanted.where(), permit, people);
    }
    if (people.isEmpty()) {
      throw refused(
          now,
          caller,
          Refusal.of("nobody-meant", "贵方的客户中没有人符合", "nobody of your own people is meant by this"));
    }
    return people;
  }

  /** A condition on what the caller is not shown in plain would tell it all the same. */
  private RoaringBitmap where(
      InForce now, PartnerCaller caller, String where, Permit permit, RoaringBitmap own) {
    Actor actor = caller.actor();
    conditions.count(actor.id());
    Condition condition = Whom.parse(where);
    Map<FieldClass, Form> forms = permit.forms();
    if (!condition.fields().stream().allMatch(field -> forms.get(field) == Form.PLAIN)) {
      throw refused(
          now,
          caller,
          Refusal.of(
              "beyond-grant-condition",
              "条件只能用本次以明文取用的列",
              "a condition may only use columns that this list gives in plain"));
    }
    return now.selecting()
        .among(actor, condition, Conditions.print(condition, Language.EN), permit.purpose(), own)
        .either(
            done -> done.what(),
            refused -> {
              throw Halt.refused(refused.refusal());
            });
  }

  private Halt refused(InForce now, PartnerCaller caller, Refusal refusal) {
    figures.refused(caller.party(), refusal.rule());
    return now.refused(caller.actor(), Act.RECEIVE, refusal);
  }

  private static boolean accepts(HttpServletRequest request, OwnLists.Format format) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    try {
      return accept == null
          || MediaType.parseMediaTypes(accept).stream()
              .anyMatch(one -> one.isCompatibleWith(MediaType.parseMediaType(format.type())));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static Optional<DisclosureId> id(String text) {
    try {
      return Optional.of(new DisclosureId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
