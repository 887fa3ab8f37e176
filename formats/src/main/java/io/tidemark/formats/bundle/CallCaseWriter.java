package io.tidemark.formats.bundle;

import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Claim;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.calls.source.Called;
import io.tidemark.calls.source.Hand;
import io.tidemark.calls.source.Weighing;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Writes a case of calls in the order in which {@link CallCaseReader} reads it. */
record CallCaseWriter(JsonGenerator json) {
  static final String FORMAT = "tidemark/call-case/v2";

  void write(CallCase file) {
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("id", file.id());
    json.writeNumberProperty("attempt", file.attempt());
    Json.rows(json, "material", file.material(), this::material);
    json.writeArrayPropertyStart("opened");
    file.opened().ifPresent(json::writeNumber);
    json.writeEndArray();
    json.writeNumberProperty("calls", file.calls());
    json.writeNumberProperty("about", file.about());
    json.writeNumberProperty("consented", file.consented());
    json.writeNumberProperty("people", file.people());
    Json.rows(json, "campaigns", file.campaigns(), this::found);
    Json.rows(json, "together", file.together().stream().toList(), this::weighing);
    json.writeEndObject();
  }

  private void material(CaseFile.Material material) {
    json.writeStartObject();
    json.writeStringProperty("name", material.name());
    json.writeStringProperty("sha256", material.sha256().toString());
    json.writeEndObject();
  }

  private void found(CallCase.Found found) {
    Campaign campaign = found.campaign();
    json.writeStartObject();
    texts("callers", campaign.callers().stream().map(CallingNumber::digits).toList());
    json.writeNumberProperty("calls", campaign.calls());
    json.writeNumberProperty("within", campaign.within());
    json.writeNumberProperty("window", campaign.window());
    Json.real(json, "share", campaign.share());
    Json.real(json, "log_chance", campaign.logChance());
    json.writeNumberProperty("tests", campaign.tests());
    json.writeNumberProperty("people", campaign.people());
    json.writeNumberProperty("first_day", campaign.firstDay());
    json.writeNumberProperty("last_day", campaign.lastDay());
    numbers("parts", campaign.parts());
    said(found.said());
    Json.rows(json, "source", found.source().stream().toList(), this::weighing);
    json.writeEndObject();
  }

  private void said(Spread said) {
    json.writeArrayPropertyStart("claimed");
    for (Map.Entry<Claim, Integer> one : said.people().entrySet()) {
      json.writeStartObject();
      json.writeStringProperty("id", one.getKey().id());
      json.writeStringProperty("kind", one.getKey().kind().name());
      json.writeStringProperty("zh", one.getKey().words().zh());
      json.writeStringProperty("en", one.getKey().words().en());
      json.writeNumberProperty("people", one.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("silent", said.silent());
  }

  private void weighing(Weighing weighing) {
    json.writeStartObject();
    Json.rows(json, "called", weighing.called(), this::called);
    Json.rows(json, "hands", weighing.hands(), this::hand);
    json.writeNumberProperty("custody", weighing.custody());
    json.writeNumberProperty("parties", weighing.parties());
    attribution(weighing.attribution());
    json.writeEndObject();
  }

  private void called(Called called) {
    json.writeStartObject();
    json.writeNumberProperty("before", called.before());
    json.writeArrayPropertyStart("days_left");
    called.daysLeft().ifPresent(json::writeNumber);
    json.writeEndArray();
    json.writeBooleanProperty("told", called.known().isPresent());
    fields("known", called.known().orElse(Set.of()));
    Json.digests(json, "records", called.records());
    json.writeEndObject();
  }

  private void hand(Hand hand) {
    json.writeStartObject();
    json.writeStringProperty("party", hand.party());
    json.writeNumberProperty("people", hand.people());
    Json.rows(json, "lists", hand.lists(), this::given);
    json.writeEndObject();
  }

  private void given(Hand.Given given) {
    json.writeStartObject();
    json.writeStringProperty("disclosure", given.id().text());
    json.writeNumberProperty("entry", given.entry());
    json.writeNumberProperty("people", given.people());
    numbers("called", given.called().stream().boxed().toList());
    fields("shown", given.shown());
    json.writeEndObject();
  }

  private void attribution(CallAttribution attribution) {
    json.writeObjectPropertyStart("attribution");
    json.writeStringProperty("verdict", attribution.verdict().id());
    Json.rows(json, "candidates", attribution.candidates(), this::candidate);
    List<Integer> accused = new ArrayList<>();
    attribution.accused().forEach(one -> accused.add(attribution.candidates().indexOf(one)));
    numbers("accused", accused);
    Json.real(json, "outside", attribution.outside());
    Json.rows(json, "needed", attribution.needed().stream().toList(), this::needed);
    json.writeEndObject();
  }

  private void candidate(CallAttribution.Candidate one) {
    json.writeStartObject();
    json.writeStringProperty("party", one.party());
    Json.real(json, "posterior", one.posterior());
    json.writeNumberProperty("explained", one.explained());
    json.writeNumberProperty("lacking", one.lacking());
    json.writeNumberProperty("late", one.late());
    Optional<String> id = one.disclosure().map(DisclosureId::text);
    id.ifPresentOrElse(
        text -> json.writeStringProperty("disclosure", text),
        () -> json.writeNullProperty("disclosure"));
    json.writeEndObject();
  }

  private void needed(CallAttribution.Needed needed) {
    json.writeStartObject();
    json.writeArrayPropertyStart("reports");
    needed.reports().ifPresent(json::writeNumber);
    json.writeEndArray();
    json.writeStringProperty("zh", needed.words().zh());
    json.writeStringProperty("en", needed.words().en());
    json.writeEndObject();
  }

  private void texts(String name, Collection<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void numbers(String name, Collection<Integer> numbers) {
    json.writeArrayPropertyStart(name);
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }

  private void fields(String name, Collection<FieldClass> fields) {
    texts(name, fields.stream().sorted().map(FieldClass::name).toList());
  }
}
