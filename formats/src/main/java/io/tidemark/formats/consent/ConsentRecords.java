package io.tidemark.formats.consent;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.rights.ConsentRule;
import io.tidemark.rights.Consents.Kept;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Will;
import io.tidemark.rights.Word;
import io.tidemark.terms.Party;
import io.tidemark.terms.PartyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person said, as consent records: one for each purpose and recipient, with an event for
 * each word. Fields of ISO/IEC TS 27560:2023, terms of DPV 2 as its guide maps them
 * (https://w3id.org/dpv/guides/consent-27560). The person is a blank node: nothing in it tells who.
 *
 * @param policy says what purposes are
 * @param chain says what parties are called
 */
public record ConsentRecords(Policy policy, Chain chain) {
  private static final Map<String, String> CONTEXT =
      Map.of(
          "dpv", "https://w3id.org/dpv#",
          "dct", "http://purl.org/dc/terms/",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "tidemark", "urn:tidemark:");

  private record Of(String purpose, Optional<String> recipient) {}

  /** The document, to be written as JSON in the order of its fields. */
  public Map<String, Object> of(List<Kept> all) {
    Map<Of, List<Kept>> records = new LinkedHashMap<>();
    Map<String, Will> wills = new LinkedHashMap<>();
    for (Kept one : all) {
      Statement said = one.statement();
      records
          .computeIfAbsent(new Of(said.purpose(), said.recipient()), none -> new ArrayList<>())
          .add(one);
      wills.merge(said.purpose(), Will.SILENT.after(said), (before, first) -> before.after(said));
    }
    List<Object> graph = new ArrayList<>();
    records.forEach(
        (of, events) ->
            graph.add(record(of, events, wills.getOrDefault(of.purpose(), Will.SILENT))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", CONTEXT);
    document.put("@graph", graph);
    return document;
  }

  private Map<String, Object> record(Of of, List<Kept> events, Will will) {
    Kept last = events.get(events.size() - 1);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("@id", "tidemark:consent:" + events.get(0).id());
    record.put("@type", "dpv:ConsentRecord");
    record.put("dct:conformsTo", "https://w3id.org/dpv/schema/iso-27560#record");
    record.put("dct:identifier", events.get(0).id().text());
    record.put("dpv:hasDataSubject", Map.of("@id", "_:person", "@type", "dpv:DataSubject"));
    record.put("dpv:hasJurisdiction", "CN");
    record.put("dpv:hasPurpose", purpose(of.purpose()));
    controller().ifPresent(party -> record.put("dpv:hasDataController", party));
    of.recipient()
        .ifPresent(party -> record.put("dpv:hasRecipient", party(party, "dpv:Recipient")));
    record.put("dpv:hasConsentStatus", id(status(of, will, last.statement().word())));
    record.put("dpv:hasConsentControl", id("dpv:WithdrawConsent"));
    record.put("dct:hasPart", events.stream().map(ConsentRecords::event).toList());
    return record;
  }

  /** What counts now: a later word for everybody may stand against the last of this recipient. */
  private static String status(Of of, Will will, Word last) {
    boolean allowed = !will.leavesOut(of.recipient().orElse(Will.ANYBODY), ConsentRule.PURPOSE);
    if (allowed) {
      return "dpv:ConsentGiven";
    }
    return last == Word.REFUSE ? "dpv:ConsentRefused" : "dpv:ConsentWithdrawn";
  }

  private Map<String, Object> purpose(String id) {
    Map<String, Object> purpose = new LinkedHashMap<>();
    purpose.put("@type", id.equals("marketing") ? "dpv:Marketing" : "dpv:Purpose");
    purpose.put("dct:identifier", id);
    Policy.Purpose known = policy.purposes().get(id);
    if (known != null) {
      purpose.put(
          "dct:title",
          List.of(
              Map.of("@value", known.words().zh(), "@language", "zh"),
              Map.of("@value", known.words().en(), "@language", "en")));
      purpose.put("dct:description", known.basis());
      purpose.put(
          "dpv:hasStorageCondition",
          Map.of(
              "@type",
              "dpv:StorageDuration",
              "dpv:hasDuration",
              typed("P" + known.retentionDays() + "D", "xsd:duration")));
    }
    return purpose;
  }

  private Optional<Map<String, Object>> controller() {
    return chain.parties().values().stream()
        .filter(party -> party.kind() == PartyKind.INSURER && party.parent().isEmpty())
        .findFirst()
        .map(party -> party(party.id(), "dpv:DataController"));
  }

  private Map<String, Object> party(String id, String role) {
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("@type", role);
    party.put("dct:identifier", id);
    chain.party(id).map(Party::name).ifPresent(name -> party.put("dpv:hasName", name));
    return party;
  }

  private static Map<String, Object> event(Kept one) {
    Statement said = one.statement();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("@id", "tidemark:consent-event:" + one.id());
    event.put(
        "dpv:hasConsentStatus",
        id(
            switch (said.word()) {
              case GIVE -> "dpv:ConsentGiven";
              case WITHDRAW -> "dpv:ConsentWithdrawn";
              case REFUSE -> "dpv:ConsentRefused";
            }));
    event.put("dct:date", typed(said.at().toString(), "xsd:dateTime"));
    event.put("dpv:isIndicatedBy", id("_:person"));
    event.put("tidemark:channel", said.ground().channel());
    Map<String, Object> notice = new LinkedHashMap<>();
    notice.put("@type", "dpv:ConsentNotice");
    notice.put("dct:hasVersion", said.ground().notice());
    if (!said.ground().text().isEmpty()) {
      notice.put("dct:description", said.ground().text());
    }
    event.put("dpv:hasNotice", notice);
    event.put("tidemark:recordedBy", one.recorder());
    event.put("tidemark:recorded", typed(one.recorded().toString(), "xsd:dateTime"));
    event.put("tidemark:entry", one.entry());
    return event;
  }

  private static Map<String, String> id(String term) {
    return Map.of("@id", term);
  }

  private static Map<String, String> typed(String value, String type) {
    return Map.of("@type", type, "@value", value);
  }
}
