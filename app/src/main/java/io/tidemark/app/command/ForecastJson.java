package io.tidemark.app.command;

import io.tidemark.custody.Forecast;
import io.tidemark.custody.Twins;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was foreseen of a request, for programs. */
public final class ForecastJson {
  private ForecastJson() {}

  public static Map<String, @Nullable Object> of(Forecast forecast) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("planned", forecast.planned().toString());
    json.put("as_of", forecast.asOf());
    json.put("forms", forms(forecast.forms()));
    json.put("rows_to_name", RowsToNameJson.of(forecast.rows()));
    json.put(
        "recipients_counted",
        forecast.recipients().isPresent() ? forecast.recipients().getAsInt() : null);
    json.put("demanded", RowsToNameJson.demanded(forecast.demanded()));
    json.put("demand_met", forecast.meetsDemand());
    json.put("honey", forecast.honey());
    json.put("identical_to", forecast.twins().map(Twins::named).orElse(List.of()));
    json.put("identical_count", forecast.twins().map(Twins::count).orElse(null));
    json.put("separated_by", forecast.separatedBy());
    return json;
  }

  /** The columns in the order of the list, each with its form. */
  public static Map<String, String> forms(Map<FieldClass, Form> forms) {
    Map<String, String> json = new LinkedHashMap<>();
    forms.forEach((field, form) -> json.put(field.zh(), form.id()));
    return json;
  }
}
