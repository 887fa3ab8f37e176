package io.tidemark.bench.scan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of customers, as a core system exports it; none of them exists. */
final class Customers {
  private static final String[] HEADINGS = {
    "姓名", "证件号码", "手机号", "车牌号", "车架号", "发动机号", "厂牌型号", "初登日期", "保单号", "险种", "起保日期", "终保日期", "保费",
    "地址", "业务员", "备注"
  };
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final int EVERY = 100;

  private final Random random;

  Customers(long seed) {
    random = new Random(seed);
  }

  /** Writes them; how many identity numbers were typed as numbers, and so destroyed. */
  long write(Path file, int rows) throws IOException {
    long destroyed = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook book = new Workbook(out, "Tidemark", "1.0")) {
      Worksheet sheet = book.newWorksheet("客户");
      for (int i = 0; i < HEADINGS.length; i++) {
        sheet.value(0, i, HEADINGS[i]);
      }
      for (int row = 1; row <= rows; row++) {
        String identity = identity();
        sheet.value(row, 0, "王李张刘陈杨黄赵".charAt(random.nextInt(8)) + han() + han());
        if (row % EVERY == 0) {
          sheet.value(row, 1, Double.parseDouble(identity.replace('X', '0')));
          destroyed++;
        } else {
          sheet.value(row, 1, identity);
        }
        sheet.value(row, 2, 13_000_000_000L + random.nextInt(999_999_999));
        sheet.value(row, 3, "川A" + digits(5));
        sheet.value(row, 4, "LSVAA" + digits(12));
        sheet.value(row, 5, "E" + digits(7));
        sheet.value(row, 6, "大众朗逸2021款1.5L自动舒适版");
        sheet.value(row, 7, "2020-0" + (1 + random.nextInt(9)) + "-11");
        sheet.value(row, 8, "PDAA20265101" + digits(8));
        sheet.value(row, 9, "机动车商业保险");
        sheet.value(row, 10, "2026-01-01");
        sheet.value(row, 11, "2026-12-31");
        sheet.value(row, 12, random.nextInt(999_999) / 100.0);
        sheet.value(row, 13, "四川省成都市锦江区春熙路" + digits(3) + "号" + random.nextInt(30) + "栋");
        sheet.value(row, 14, "张" + (char) ('伟' + random.nextInt(20)));
        sheet.value(row, 15, random.nextInt(5) == 0 ? "已联系 138" + digits(8) : "");
      }
    }
    return destroyed;
  }

  private String han() {
    return String.valueOf((char) ('一' + random.nextInt(3000)));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String identity() {
    String birth =
        String.format(
            Locale.ROOT,
            "%d%02d%02d",
            1950 + random.nextInt(50),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
    String head = "510104" + birth + digits(3);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (head.charAt(i) - '0');
    }
    return head + "10X98765432".charAt(sum % 11);
  }
}
