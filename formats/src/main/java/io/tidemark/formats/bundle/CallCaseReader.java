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
import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a case of calls in the order in which {@link CallCaseWriter} writes it. */
final class CallCaseReader {
  private static final int EARLIEST = -1_000_000;

  private CallCaseReader() {}

  static CallCase file(JsonCursor json) throws BadJson {
    return json.object(CallCaseReader::body);
  }

  private static CallCase body(JsonCursor json) throws BadJson {
    json.exactly("format", CallCaseWriter.FORMAT);
    return new CallCase(
        json.text("id"),
        json.small("attempt", 1),
        json.list("material", each -> each.object(CallCaseReader::material)),
        only(json, json.list("opened", JsonCursor::whole))
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        json.whole("calls", 0),
        json.whole("about", 0),
        json.whole("consented", 0),
        json.small("people", 0),
        json.list("campaigns", each -> each.object(CallCaseReader::found)),
        weighings(json, "together"));
  }

  private static CaseFile.Material material(JsonCursor json) throws BadJson {
    return new CaseFile.Material(json.text("name"), json.digest("sha256"));
  }

  private static CallCase.Found found(JsonCursor json) throws BadJson {
    Campaign campaign =
        new Campaign(
            json.list("callers", CallCaseReader::caller),
            json.small("calls", 1),
            json.small("within", 0),
            json.small("window", 1),
            json.real("share"),
            json.real("log_chance"),
            json.whole("tests", 0),
            json.small("people", 0),
            json.small("first_day", EARLIEST),
            json.small("last_day", EARLIEST),
            json.list("parts", JsonCursor::integer));
    Map<Claim, Integer> claims = new HashMap<>();
    for (Map.Entry<Claim, Integer> one :
        json.list("claimed", each -> each.object(CallCaseReader::claimed))) {
      claims.put(one.getKey(), one.getValue());
    }
    return new CallCase.Found(
        campaign, new Spread(claims, json.small("silent", 0)), weighings(json, "source"));
  }

  private static long caller(JsonCursor json) throws BadJson {
    return CallingNumber.of(json.text())
        .orElseThrow(() -> json.expected("主叫号码的数字", "the digits of a calling number"));
  }

  private static Map.Entry<Claim, Integer> claimed(JsonCursor json) throws BadJson {
    String id = json.text("id");
    String kind = json.text("kind");
    Claim claim =
        new Claim(
            id,
            Arrays.stream(Claim.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> json.expected("自称身份的类别", "a kind of claim")),
            new Words(json.text("zh"), json.text("en")));
    return Map.entry(claim, json.small("people", 0));
  }

  private static Optional<Weighing> weighings(JsonCursor json, String name) throws BadJson {
    return only(json, json.list(name, each -> each.object(CallCaseReader::weighing)));
  }

  private static <T> Optional<T> only(JsonCursor json, List<T> list) throws BadJson {
    if (list.size() > 1) {
      throw json.expected("至多一项", "at most one");
    }
    return list.stream().findFirst();
  }

  private static Weighing weighing(JsonCursor json) throws BadJson {
    return new Weighing(
        json.list("called", each -> each.object(CallCaseReader::called)),
        json.list("hands", each -> each.object(CallCaseReader::hand)),
        json.whole("custody", 0),
        json.whole("parties", 0),
        json.at("attribution", each -> each.object(CallCaseReader::attribution)));
  }

  private static Called called(JsonCursor json) throws BadJson {
    long before = json.whole("before", 0);
    Optional<Integer> days = only(json, json.list("days_left", JsonCursor::integer));
    boolean told = json.flag("told");
    Set<FieldClass> known = fields(json, "known");
    return new Called(
        before,
        days.map(OptionalInt::of).orElse(OptionalInt.empty()),
        told ? Optional.of(known) : Optional.empty(),
        json.list("records", JsonCursor::digest));
  }

  private static Hand hand(JsonCursor json) throws BadJson {
    return new Hand(
        json.text("party"),
        json.whole("people", 0),
        json.list("lists", each -> each.object(CallCaseReader::given)));
  }

  private static Hand.Given given(JsonCursor json) throws BadJson {
    DisclosureId id = disclosure(json, json.text("disclosure"));
    long entry = json.whole("entry", 0);
    int people = json.small("people", 0);
    BitSet called = new BitSet();
    for (int place : json.list("called", JsonCursor::integer)) {
      if (place < 0 || place > 1_000_000) {
        throw json.expected("来电对象的序号", "the place of somebody who was called");
      }
      called.set(place);
    }
    return new Hand.Given(id, entry, people, called, fields(json, "shown"));
  }

  private static CallAttribution attribution(JsonCursor json) throws BadJson {
    String verdict = json.text("verdict");
    Verdict said =
        Arrays.stream(Verdict.values())
            .filter(one -> one.id().equals(verdict))
            .findFirst()
            .orElseThrow(() -> json.expected("结论", "a verdict"));
    List<CallAttribution.Candidate> candidates =
        json.list("candidates", each -> each.object(CallCaseReader::candidate));
    List<CallAttribution.Candidate> accused =
        json.list(
            "accused",
            each -> {
              int place = each.integer();
              if (place < 0 || place >= candidates.size()) {
                throw each.expected("候选方的序号", "the place of a candidate");
              }
              return candidates.get(place);
            });
    double outside = json.real("outside");
    return new CallAttribution(
        said,
        candidates,
        accused,
        outside,
        only(json, json.list("needed", each -> each.object(CallCaseReader::needed))));
  }

  private static CallAttribution.Candidate candidate(JsonCursor json) throws BadJson {
    String party = json.text("party");
    double posterior = json.real("posterior");
    int explained = json.small("explained", 0);
    int lacking = json.small("lacking", 0);
    int late = json.small("late", 0);
    Optional<String> id = json.textOrNull("disclosure");
    return new CallAttribution.Candidate(
        party,
        posterior,
        explained,
        lacking,
        late,
        id.isEmpty() ? Optional.empty() : Optional.of(disclosure(json, id.get())));
  }

  private static CallAttribution.Needed needed(JsonCursor json) throws BadJson {
    Optional<Integer> reports = only(json, json.list("reports", JsonCursor::integer));
    return new CallAttribution.Needed(
        reports.map(OptionalInt::of).orElse(OptionalInt.empty()),
        new Words(json.text("zh"), json.text("en")));
  }

  private static DisclosureId disclosure(JsonCursor json, String text) throws BadJson {
    try {
      return new DisclosureId(text);
    } catch (IllegalArgumentException e) {
      throw json.expected("披露编号", "the name of a disclosure");
    }
  }

  private static Set<FieldClass> fields(JsonCursor json, String name) throws BadJson {
    return new HashSet<>(
        json.list(
            name,
            each -> {
              String text = each.text();
              return Arrays.stream(FieldClass.values())
                  .filter(field -> field.name().equals(text))
                  .findFirst()
                  .orElseThrow(() -> each.expected("字段类别的名称", "the name of a class of fields"));
            }));
  }
}
