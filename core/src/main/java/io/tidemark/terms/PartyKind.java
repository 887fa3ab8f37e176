package io.tidemark.terms;

import java.util.Locale;
import java.util.Optional;

/** What kind of hand the data is given to. */
public enum PartyKind {
  VEHICLE_REGISTRY("车辆登记机关", "vehicle registry"),
  INSURER("保险公司", "insurer"),
  DEPARTMENT("部门", "department"),
  BRANCH("分支机构", "branch"),
  INTERMEDIARY("中介机构", "intermediary"),
  AGENT("代理人", "agent"),
  DEALER("4S店", "dealer"),
  REPAIR_SHOP("修理厂", "repair shop"),
  PLATFORM("互联网平台", "platform"),
  PROCESSOR("受托处理者", "processor");

  private final String zh;
  private final String en;

  PartyKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files: lower case, words joined by a hyphen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that {@link #id}. */
  public static Optional<PartyKind> named(String id) {
    for (PartyKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a list given to this kind of party leaves the insurer. */
  public boolean outside() {
    return switch (this) {
      case INSURER, DEPARTMENT, BRANCH -> false;
      default -> true;
    };
  }

  /** The name for people. */
  public Words words() {
    return new Words(zh, en);
  }
}
