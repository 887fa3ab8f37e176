package io.tidemark.store.home;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The address of a PostgreSQL of one's own, read as its driver reads it. Over a network everything
 * that is kept, and the password, would go in plain or to whoever answers, unless TLS with a
 * checked certificate is demanded.
 */
final class DatabaseAddress {
  /**
   * The driver's own, and the one of the authorities that Java trusts; others may check nothing.
   */
  private static final Set<String> CHECKING =
      Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

  private DatabaseAddress() {}

  /**
   * Refuses an address that goes over a network without a checked certificate. Addresses that the
   * driver does not know are left to it.
   */
  static void check(String url) throws HomeFault {
    Properties read = Driver.parseURL(url, new Properties());
    if (read == null || isHere(PGProperty.PG_HOST.getOrDefault(read)) || isChecked(read)) {
      return;
    }
    throw new HomeFault(
        "到数据库的网络连接须用 TLS 并核对证书：请在 --database 的地址（已有的目录：home.properties 的 database）"
            + "中写 sslmode=verify-full，并以 sslrootcert=/路径/ca.pem 指明签发者，不写 sslfactory；"
            + "本机（localhost、127.0.0.1、::1）不需要",
        "a connection to the database over a network needs TLS with a checked certificate: write"
            + " sslmode=verify-full into the address of --database (of a home that exists:"
            + " database in home.properties), name the issuer with sslrootcert=/path/ca.pem, and"
            + " no sslfactory; this machine itself (localhost, 127.0.0.1, ::1) needs none");
  }

  private static boolean isChecked(Properties read) {
    String factory = PGProperty.SSL_FACTORY.getOrNull(read);
    return "verify-full".equals(PGProperty.SSL_MODE.getOrNull(read))
        && (factory == null || CHECKING.contains(factory))
        && PGProperty.SSL_HOSTNAME_VERIFIER.getOrNull(read) == null;
  }

  /** Whether all of the hosts are this machine by their very name: none is looked up. */
  private static boolean isHere(@Nullable String hosts) {
    if (hosts == null) {
      return true;
    }
    for (String host : hosts.split(",")) {
      String bare = host.replace("[", "").replace("]", "");
      if (!bare.equalsIgnoreCase("localhost") && !isLoopback(bare)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoopback(String host) {
    if (!host.matches("127(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
