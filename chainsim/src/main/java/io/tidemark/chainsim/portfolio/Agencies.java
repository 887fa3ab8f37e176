package io.tidemark.chainsim.portfolio;

import io.tidemark.classify.WordList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who brings the policies: about 40 agencies, brokers, dealers and offices of the insurer. */
final class Agencies {
  private static final Map<String, List<String>> IN =
      WordList.lines(Agencies.class, "agencies.txt").stream()
          .map(line -> line.split("\\|"))
          .collect(
              Collectors.groupingBy(
                  part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
  private static final List<String> EVERYWHERE = IN.getOrDefault("--", List.of());

  private final long seed;

  Agencies(long seed) {
    this.seed = seed;
  }

  /** One of those that sell in the policy's province, by its full name. */
  String of(long policy, Place home) {
    List<String> local = IN.getOrDefault(home.code().substring(0, 2), EVERYWHERE);
    return Draw.of(seed, "agency", policy).of(local);
  }

  /** A name as the trade shortens it; one that has no short form stays. */
  static String shortened(String name, Draw draw) {
    double way = draw.fraction();
    if (name.endsWith("中心支公司")) {
      return name.replace("中心支公司", way < .7 ? "中支" : "中心支");
    }
    if (way < .35) {
      return name.replace("有限公司", "公司");
    }
    String bare = name.replace("有限公司", "");
    return way < .6 ? bare : bare.replaceFirst("保险代理(?!股份)", "保代").replace("保险经纪", "保经");
  }
}
