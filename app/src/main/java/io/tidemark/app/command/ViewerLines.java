package io.tidemark.app.command;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Words;
import io.tidemark.trace.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those of the staff who looked at people of a leak, as leads. */
final class ViewerLines {
  private static final int SAID = 3;

  private ViewerLines() {}

  /** One of them as JSON has it. */
  static Map<String, @Nullable Object> row(Viewer viewer) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("person", viewer.person());
    row.put("rows", viewer.rows());
    row.put("log10", viewer.log() / Math.log(10));
    row.put("views", viewer.views().stream().map(DisclosureId::text).toList());
    return row;
  }

  /** A sentence for each of the first. */
  static List<Words> words(List<Viewer> viewers) {
    return viewers.stream().limit(SAID).map(ViewerLines::words).toList();
  }

  private static Words words(Viewer viewer) {
    String factor = String.format(Locale.ROOT, "10^%.1f", viewer.log() / Math.log(10));
    String newest = viewer.views().get(0).text();
    return new Words(
        "  线索："
            + viewer.person()
            + " 查询过其中 "
            + viewer.rows()
            + " 行所涉客户（最近一次 "
            + newest
            + "），写法支持其所见的倍数 "
            + factor
            + "；只是线索，不是结论",
        "  lead: "
            + viewer.person()
            + " looked at the people of "
            + viewer.rows()
            + " rows (the last view: "
            + newest
            + "); the spellings speak for that screen by a factor of "
            + factor
            + "; a lead, no verdict");
  }
}
