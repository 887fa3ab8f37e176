package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.chainsim.portfolio.Policy;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy's first page, and the screen of a core system with a list of policies. */
final class Pages {
  private static final Color INK = new Color(20, 20, 20);
  private static final Color RULE = new Color(120, 130, 140);

  private final Draw draw;
  private final Typeface face;
  private final Map<String, String> truth = new LinkedHashMap<>();

  Pages(Draw draw, String all, boolean tuning) {
    this.draw = draw;
    this.face = Typeface.drawn(draw, tuning, all);
  }

  /** A page of 190 by 130 mm. */
  Paper policy(Policy policy, String address) {
    Sheet sheet = new Sheet(190, 130, 8, Color.WHITE);
    String title = draw.of(List.of("机动车商业保险保险单", "机动车交通事故责任强制保险单"));
    sheet.text(title, face, 6.5, INK, (190 - sheet.width(title, face, 6.5)) / 2, 14);
    Policy.Car car = policy.car();
    Policy.Cover cover = policy.cover();
    row(sheet, 0, "保险单号", cover.policyNumber(), "签单日期", cover.inception().minusDays(6) + "");
    row(sheet, 1, "被保险人", policy.owner().name(), "联系电话", policy.owner().mobile());
    row(sheet, 2, "证件号码", policy.owner().identityNumber(), "号牌号码", car.plate());
    row(sheet, 3, "厂牌型号", car.model().brand() + car.model().series(), "车架号", car.vin());
    row(sheet, 4, "发动机号", car.engineNumber(), "初登日期", car.firstRegistration() + "");
    row(sheet, 5, "地址", address, "", "");
    String premium =
        cover.premiumFen() / 100 + "." + (100 + cover.premiumFen() % 100 + "").substring(1);
    row(sheet, 6, "保险费合计", premium + "元", "保险止期", cover.expiry() + "");
    return new Paper(Paper.Kind.POLICY, sheet.image(), Map.copyOf(truth));
  }

  private void row(Sheet sheet, int row, String a, String one, String b, String other) {
    double y = 22 + 13 * row;
    sheet.frame(RULE, .25, 10, y, 170, 13);
    field(sheet, a, one, 12, y + 8.4);
    if (!b.isEmpty()) {
      sheet.line(RULE, .25, 100, y, 100, y + 13);
      field(sheet, b, other, 102, y + 8.4);
    }
  }

  private void field(Sheet sheet, String label, String value, double x, double y) {
    double end = sheet.text(label + "：", face, 3.8, INK, x, y);
    sheet.text(value, face, 3.8, INK, end + .5, y);
    truth.put(label, value);
  }

  /** A screen of 1,600 by 900 pixels; the truth holds the first row by its headings. */
  static Paper system(Draw draw, List<Policy> policies, boolean tuning) {
    StringBuilder all = new StringBuilder();
    policies.forEach(policy -> all.append(policy.owner().name()).append(policy.car().plate()));
    Pages page = new Pages(draw, all.toString(), tuning);
    Sheet sheet = new Sheet(1600, 900, 1, new Color(245, 247, 250));
    sheet.fill(new Color(32, 66, 120), 0, 0, 1600, 64, 0);
    sheet.text("客户信息查询", page.face, 28, Color.WHITE, 30, 42);
    List<String> headings = List.of("姓名", "手机号", "车牌号", "车架号", "终保日期", "保费");
    double[] at = {40, 200, 420, 620, 960, 1200};
    for (int i = 0; i < headings.size(); i++) {
      sheet.text(headings.get(i), page.face, 22, RULE, at[i], 120);
    }
    for (int row = 0; row < Math.min(15, policies.size()); row++) {
      Policy policy = policies.get(row);
      List<String> cells =
          List.of(
              policy.owner().name(),
              policy.owner().mobile(),
              policy.car().plate(),
              policy.car().vin(),
              policy.cover().expiry().toString(),
              String.valueOf(policy.cover().premiumFen() / 100));
      for (int i = 0; i < cells.size(); i++) {
        sheet.text(cells.get(i), page.face, 22, INK, at[i], 170 + row * 46);
        page.truth.putIfAbsent(headings.get(i), cells.get(i));
      }
      sheet.line(new Color(225, 228, 232), 1, 30, 186 + row * 46, 1570, 186 + row * 46);
    }
    return new Paper(Paper.Kind.SYSTEM, sheet.image(), Map.copyOf(page.truth));
  }
}
