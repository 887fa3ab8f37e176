package io.tidemark.authorise;

import java.util.List;
import java.util.Optional;

/** A published scale of grades, its levels from the lightest to the gravest. */
public enum Scale {
  /** 个人金融信息保护技术规范: three classes of personal financial information. */
  JRT_0171("JR/T 0171-2020", List.of("C1", "C2", "C3")),
  /** 金融数据安全 数据安全分级指南: five levels of financial data. */
  JRT_0197("JR/T 0197-2020", List.of("1", "2", "3", "4", "5")),
  /** 银行保险机构数据安全管理办法: the levels that the regulator of insurers asks for. */
  RULE_24("金规〔2024〕24号", List.of("其他一般", "敏感", "重要", "核心"));

  private final String title;
  private final List<String> levels;

  Scale(String title, List<String> levels) {
    this.title = title;
    this.levels = levels;
  }

  /** The document, as settings files and answers name it. */
  public String title() {
    return title;
  }

  /** Its levels, the lightest first. */
  public List<String> levels() {
    return levels;
  }

  /** The scale with that {@link #title}. */
  public static Optional<Scale> named(String title) {
    for (Scale scale : values()) {
      if (scale.title.equals(title)) {
        return Optional.of(scale);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code level} is one of its levels, or two of them joined as {@code 2-3}. */
  boolean has(String level) {
    int dash = level.indexOf('-');
    int from = levels.indexOf(dash < 0 ? level : level.substring(0, dash));
    int to = dash < 0 ? from : levels.indexOf(level.substring(dash + 1));
    return from >= 0 && (dash < 0 ? to == from : to > from);
  }
}
