package io.tidemark.formats.calls;

import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.campaign.Campaign;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Suspected callers for an operator's or an association's list: calling numbers with the evidence
 * against them, and nothing of anybody who was called. {@code docs/calls.md} describes it.
 */
public final class SuspectsJson {
  /** The evidence of a campaign whose calls crowd before the end of cover. */
  public static final String BY_DAYS = "calls-before-end-of-cover";

  static final String FORMAT = "tidemark-suspected-callers/1";

  private static final JsonFactory JSON = new JsonFactory();

  private SuspectsJson() {}

  /** The document, UTF-8. */
  public static byte[] of(Instant made, List<Campaign> campaigns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeStringProperty("made", made.truncatedTo(ChronoUnit.SECONDS).toString());
      json.writeArrayPropertyStart("campaigns");
      campaigns.forEach(campaign -> campaign(json, campaign));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void campaign(JsonGenerator json, Campaign campaign) {
    json.writeStartObject();
    json.writeArrayPropertyStart("numbers");
    campaign.callers().forEach(caller -> json.writeString(CallingNumber.digits(caller)));
    json.writeEndArray();
    json.writeStringProperty("evidence", BY_DAYS);
    json.writeNumberProperty("log10_p_value", campaign.logChance() / Math.log(10));
    json.writeNumberProperty("log10_expected_by_chance", campaign.logExpected() / Math.log(10));
    json.writeNumberProperty("people_called", campaign.calls());
    json.writeNumberProperty("within_window", campaign.within());
    json.writeNumberProperty("window_days", campaign.window());
    json.writeStringProperty("first_day", LocalDate.ofEpochDay(campaign.firstDay()).toString());
    json.writeStringProperty("last_day", LocalDate.ofEpochDay(campaign.lastDay()).toString());
    json.writeEndObject();
  }
}
