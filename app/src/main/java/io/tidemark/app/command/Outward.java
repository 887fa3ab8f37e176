package io.tidemark.app.command;

import io.tidemark.app.Stop;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses outside of the home that the operator names: encrypted on every network. */
public final class Outward {
  /** Names are not looked up: what a name server says of one may change. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  private Outward() {}

  /**
   * Ends the command unless the address is https, or http to this machine.
   *
   * @param option which named it
   * @param zh what else to do where there is no https, as a whole sentence; empty for nothing
   * @param en the same
   */
  public static void check(String option, URI url, String zh, String en) {
    String host = url.getHost();
    if (host == null || !Set.of("http", "https").contains(scheme(url))) {
      throw Stop.usage(
          option + " 应为 https 地址，如 https://host.example.com/",
          option + " is an https address, such as https://host.example.com/");
    }
    if (scheme(url).equals("http") && !THIS_MACHINE.matcher(lower(host)).matches()) {
      throw Stop.usage(
          option + " 经网络连接时须用 https；http 只限本机（127.0.0.1、localhost）。" + zh,
          (option
                  + " takes https over a network; http to this machine only (127.0.0.1, localhost). ")
              .concat(en)
              .strip());
    }
  }

  private static String scheme(URI url) {
    return lower(url.getScheme());
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
