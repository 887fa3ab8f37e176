package io.tidemark.store.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a foreign database is, without user and password.
 *
 * @param url for the driver
 * @param dialect how it is spoken to
 */
public record Address(String url, Dialect dialect) {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)[?&;](?:password|pwd|sslpassword|trustStorePassword|keyStorePassword)=|//[^/@?]*:[^/@?]*@");

  /**
   * Reads an address as a person types it.
   *
   * @return nothing for a database that is not known here
   * @throws IllegalArgumentException when it has a password in it
   */
  public static Optional<Address> of(String typed) {
    if (SECRET.matcher(typed).find()) {
      throw new IllegalArgumentException("a password stands in the address");
    }
    String low = typed.toLowerCase(Locale.ROOT);
    if (low.startsWith("jdbc:postgresql:")) {
      return Optional.of(new Address(typed, Dialect.POSTGRESQL));
    }
    if (low.startsWith("jdbc:mysql:") || low.startsWith("jdbc:mariadb:")) {
      String rest = typed.substring(typed.indexOf(':', "jdbc:".length()));
      return Optional.of(new Address("jdbc:mariadb" + rest, Dialect.MYSQL));
    }
    return Optional.empty();
  }

  /** How it is named to people: without its parameters. */
  public String shown() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
