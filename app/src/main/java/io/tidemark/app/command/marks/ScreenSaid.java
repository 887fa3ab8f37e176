package io.tidemark.app.command.marks;

import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.terms.China;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a screenshot says: who looked, and when. */
final class ScreenSaid {
  private ScreenSaid() {}

  /** The same for JSON: the minute in UTC, and the viewer's look-ups of it. */
  static void put(Map<String, @Nullable Object> row, MarksGiven.Screen screen) {
    row.put("minute", screen.minute().toString());
    row.put("look_ups", screen.lookUps().stream().map(DisclosureId::text).toList());
  }

  /** A sentence for people; the time is China's. */
  static Words words(String path, MarksGiven.Given given, double bound) {
    MarksGiven.Screen screen = given.screen().orElseThrow();
    List<String> looked = screen.lookUps().stream().map(DisclosureId::text).toList();
    String when = China.minute(screen.minute());
    String chance = String.format(Locale.ROOT, "%.1e", bound);
    String zh = looked.isEmpty() ? "这一分钟没有查询到人" : "这一分钟的查询：" + String.join("、", looked);
    String en =
        looked.isEmpty()
            ? "no look-up of this minute showed anybody"
            : "look-ups of this minute: " + String.join(", ", looked);
    return new Words(
        path
            + "：屏幕截图，"
            + given.to()
            + " 在 "
            + when
            + " 打开的页面（登录账目 "
            + given.entry()
            + "）；"
            + zh
            + "；误读概率 ≤ "
            + chance,
        path
            + ": a screenshot of the page that "
            + given.to()
            + " opened at "
            + when
            + " in China (sign-in: entry "
            + given.entry()
            + "); "
            + en
            + "; the chance of a wrong reading is at most "
            + chance);
  }
}
