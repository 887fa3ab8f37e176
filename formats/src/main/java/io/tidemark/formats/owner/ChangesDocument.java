package io.tidemark.formats.owner;

import io.tidemark.custody.owner.Answering;
import io.tidemark.custody.owner.Change;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was changed and refused, as documents. */
public final class ChangesDocument {
  private ChangesDocument() {}

  /** One document for each, in their order; with values where they were asked for. */
  public static List<Map<String, @Nullable Object>> of(Answering.Told told) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Change change : told.changes()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      if (change instanceof Change.Correction correction) {
        correction(one, correction, told);
      } else if (change instanceof Change.Refused refused) {
        one.put("kind", "refused");
        one.put("right", refused.right().id());
        one.put("rule", refused.refusal().rule());
        one.put("zh", refused.refusal().reason().zh());
        one.put("en", refused.refusal().reason().en());
      }
      one.put("actor", change.actor());
      one.put("at", change.at().toString());
      one.put("entry", change.entry());
      all.add(one);
    }
    return all;
  }

  private static void correction(
      Map<String, @Nullable Object> one, Change.Correction correction, Answering.Told told) {
    one.put("kind", "correction");
    one.put("field", correction.field().name());
    one.put("why", correction.why());
    one.put("ended", correction.ended().isPresent() ? correction.ended().getAsLong() : null);
    Answering.Values values =
        told.values().get(new Answering.Place(correction.entry(), correction.record()));
    if (values != null) {
      one.put("before", values.before().reveal(Reveal.OWNER));
      one.put("after", values.after().reveal(Reveal.OWNER));
    }
  }
}
