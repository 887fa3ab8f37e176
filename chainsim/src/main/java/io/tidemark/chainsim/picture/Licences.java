package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.chainsim.portfolio.Policy;
import java.awt.Color;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vehicle licence, driving licence and identity card, in millimetres: cards of 88 by 60, the last
 * of 85.6 by 54. Two layouts: readers may be tuned on the first only.
 */
final class Licences {
  private static final Color INK = new Color(25, 25, 30);
  private static final Color LABEL = new Color(40, 60, 90);
  private static final Color SEAL = new Color(200, 50, 50);
  private static final List<String> USES = List.of("非营运", "营转非", "租赁", "货运");
  private static final List<String> TYPES = List.of("小型轿车", "小型普通客车", "小型越野客车", "轻型栏板货车");

  private final Draw draw;
  private final Policy policy;
  private final String address;
  private final boolean tuning;
  private final Typeface face;
  private final Typeface labels;
  private final Map<String, String> truth = new LinkedHashMap<>();
  private final double shiftX;
  private final double shiftY;

  Licences(Draw draw, Policy policy, String address, boolean tuning) {
    this.draw = draw;
    this.policy = policy;
    this.address = address;
    this.tuning = tuning;
    this.face = Typeface.drawn(draw, tuning, policy.owner().name() + address);
    this.labels = Typeface.drawn(draw, tuning, "号牌号码");
    this.shiftX = draw.fraction() * 1.6 - .6;
    this.shiftY = draw.fraction() * 1.2 - .6;
  }

  Paper vehicle() {
    Sheet sheet = new Sheet(88, 60, 12, new Color(240, 244, 236));
    sheet.waves(new Color(214, 228, 220), 1.1);
    Policy.Car car = policy.car();
    title(sheet, "中华人民共和国机动车行驶证", "Vehicle License of the People's Republic of China");
    double first = tuning ? 4 : 5.5;
    double second = tuning ? 44 : 47;
    double step = tuning ? 7.1 : 6.8;
    double y = tuning ? 17 : 16.4;
    field(sheet, "号牌号码", "Plate No.", car.plate(), first, first + 14, y);
    field(sheet, "车辆类型", "Vehicle Type", draw.of(TYPES), second, second + 14, y);
    field(sheet, "所有人", "Owner", policy.owner().name(), first, first + 14, y + step);
    field(sheet, "住址", "Address", address, first, first + 14, y + 2 * step);
    field(sheet, "使用性质", "Use Character", draw.of(USES), first, first + 14, y + 3 * step);
    String model =
        car.model().brand()
            + "牌"
            + car.model().maker()
            + draw.text("0123456789", 4)
            + draw.text("ABCDEFGH", 3);
    double right = tuning ? 36 : 38;
    field(sheet, "品牌型号", "Model", model, right, right + 14, y + 3 * step);
    field(sheet, "车辆识别代号", "VIN", car.vin(), right, right + 18, y + 4 * step);
    field(sheet, "发动机号码", "Engine No.", car.engineNumber(), right, right + 18, y + 5 * step);
    LocalDate registered = car.firstRegistration();
    double bottom = y + 6 * step - .6;
    field(sheet, "注册日期", "Register Date", registered.toString(), right - 8, right + 4, bottom);
    LocalDate issued = registered.plusDays(draw.below(900));
    field(sheet, "发证日期", "Issue Date", issued.toString(), right + 23, right + 34, bottom);
    seal(sheet, 6, y + 3.6 * step, List.of("某省某市公安局", "交通警察支队"));
    return new Paper(Paper.Kind.VEHICLE_LICENCE, sheet.image(), Map.copyOf(truth));
  }

  Paper driving() {
    Sheet sheet = new Sheet(88, 120, 12, new Color(241, 243, 240));
    sheet.waves(new Color(216, 226, 224), 1.1);
    title(sheet, "中华人民共和国机动车驾驶证", "Driving License of the People's Republic of China");
    Policy.Owner owner = policy.owner();
    String number = owner.identityNumber();
    LocalDate born = born(number);
    LocalDate first = born.plusYears(20).plusDays(draw.below(4000));
    double left = tuning ? 4 : 5;
    field(sheet, "证号", "License No.", number, left + 14, left + 29, 17);
    field(sheet, "姓名", "Name", owner.name(), left, left + 11, 23.5);
    field(sheet, "性别", "Sex", odd(number) ? "男" : "女", left + 36, left + 45, 23.5);
    field(sheet, "国籍", "Nationality", "中国", left + 54, left + 66, 23.5);
    field(sheet, "住址", "Address", address, left, left + 11, 30);
    field(sheet, "出生日期", "Date of Birth", born.toString(), left + 21, left + 37, 38);
    field(sheet, "初次领证日期", "Date of First Issue", first.toString(), left + 21, left + 41, 44);
    field(
        sheet, "准驾车型", "Class", draw.of(List.of("C1", "C2", "B2", "A2")), left + 21, left + 37, 50);
    String valid = first.plusYears(6) + "至" + first.plusYears(16);
    field(sheet, "有效期限", "Valid Period", valid, left + 8, left + 23, 56);
    sheet.fill(new Color(170, 180, 190), 66, 34, 18, 22, 0);
    seal(sheet, 5, 38, List.of("某省某市公安局", "交通警察支队"));
    sheet.line(LABEL, .2, 0, 60, 88, 60);
    title(sheet, "中华人民共和国机动车驾驶证副页", "", 60);
    field(sheet, "证号", "License No.", number, left + 14, left + 29, 77);
    field(sheet, "姓名", "Name", owner.name(), left, left + 11, 84);
    String file = number.substring(0, 4) + draw.text("0123456789", 8);
    field(sheet, "档案编号", "File No.", file, left + 36, left + 51, 84);
    field(sheet, "记录", "Record", "请于每个记分周期结束后三十日内接受审验", left, left + 11, 91);
    return new Paper(Paper.Kind.DRIVING_LICENCE, sheet.image(), Map.copyOf(truth));
  }

  Paper identity() {
    Sheet sheet = new Sheet(85.6, 54, 12, new Color(232, 240, 246));
    sheet.waves(new Color(208, 224, 238), .9);
    Policy.Owner owner = policy.owner();
    String number = owner.identityNumber();
    LocalDate born = born(number);
    double left = tuning ? 6 : 7.5;
    field(sheet, "姓名", "", owner.name(), left, left + 10, 10);
    field(sheet, "性别", "", odd(number) ? "男" : "女", left, left + 10, 17);
    field(sheet, "民族", "", "汉", left + 19, left + 28, 17);
    String date = born.getYear() + "年" + born.getMonthValue() + "月" + born.getDayOfMonth() + "日";
    field(sheet, "出生", "", date, left, left + 10, 24);
    wrapped(sheet, "住址", address, left, left + 10, 31.5);
    field(sheet, "公民身份号码", "", number, left, left + 24, 48.5);
    sheet.fill(new Color(176, 184, 192), 60, 8, 20, 26, 0);
    return new Paper(Paper.Kind.IDENTITY_CARD, sheet.image(), Map.copyOf(truth));
  }

  private void title(Sheet sheet, String chinese, String english) {
    title(sheet, chinese, english, 0);
  }

  private void title(Sheet sheet, String chinese, String english, double y) {
    double width = sheet.width(chinese, labels, 3.9);
    sheet.text(chinese, labels, 3.9, LABEL, (88 - width) / 2, y + 6.5);
    double small = sheet.width(english, labels, 1.9);
    sheet.text(english, labels, 1.9, LABEL, (88 - small) / 2, y + 9.6);
  }

  /** A label in two languages and, printed later and not quite in place, its value. */
  private void field(
      Sheet sheet, String label, String english, String value, double x, double at, double y) {
    sheet.text(label, labels, 2.3, LABEL, x, y);
    if (!english.isEmpty()) {
      sheet.text(english, labels, 1.5, LABEL, x, y + 2.1);
    }
    double start = Math.max(at, x + sheet.width(label, labels, 2.3) + 1.2) + shiftX;
    double size = tuning ? 3.2 : 3.0;
    double room = 86.5 - start;
    double width = sheet.width(value, face, size);
    sheet.text(value, face, width > room ? size * room / width : size, INK, start, y + shiftY + .6);
    truth.put(label, value);
  }

  private void wrapped(Sheet sheet, String label, String value, double x, double at, double y) {
    sheet.text(label, labels, 2.3, LABEL, x, y);
    int perLine = 13;
    for (int from = 0, line = 0; from < value.length(); from += perLine, line++) {
      String part = value.substring(from, Math.min(value.length(), from + perLine));
      sheet.text(part, face, 3, INK, at, y + line * 4);
    }
    truth.put(label, value);
  }

  private void seal(Sheet sheet, double x, double y, List<String> words) {
    sheet.frame(SEAL, .35, x, y, 19, 19);
    for (int i = 0; i < words.size(); i++) {
      sheet.text(words.get(i), labels, 2.3, SEAL, x + 1.2, y + 7 + 5 * i);
    }
  }

  private static boolean odd(String number) {
    return (number.charAt(16) - '0') % 2 == 1;
  }

  private static LocalDate born(String number) {
    return LocalDate.of(
        Integer.parseInt(number.substring(6, 10)),
        Integer.parseInt(number.substring(10, 12)),
        Integer.parseInt(number.substring(12, 14)));
  }
}
