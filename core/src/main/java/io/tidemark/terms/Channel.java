package io.tidemark.terms;

import java.util.Locale;
import java.util.Optional;

/** How data leaves. */
public enum Channel {
  /** A copy as a file. */
  FILE("文件", "as a file"),
  /** An answer to another system. */
  API("接口", "over the API"),
  /** One look at a page. */
  SCREEN("屏幕", "on a screen");

  private final String zh;
  private final String en;

  Channel(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in settings files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel with that {@link #id}. */
  public static Optional<Channel> named(String id) {
    for (Channel channel : values()) {
      if (channel.id().equals(id)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  /** How people say it. */
  public Words words() {
    return new Words(zh, en);
  }
}
