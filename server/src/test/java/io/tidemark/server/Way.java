package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.provider.OwnProvider;
import io.tidemark.server.Client.Said;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser on its way from the provider: where it is sent back to, and the cookie it holds. */
record Way(String back, String cookie) {
  private static final String BEGIN = "/api/v1/sign-in/provider";

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    for (String one : URI.create(back).getRawQuery().split("&")) {
      query.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return query;
  }

  /** A browser that goes between a server and its provider. */
  record Between(Client client, OwnProvider provider) {
    Way go(String subject) throws Exception {
      Said begun = client.get(BEGIN);
      assertThat(begun.status()).isEqualTo(302);
      String cookie = begun.header("Set-Cookie");
      assertThat(cookie)
          .startsWith("__Host-tidemark-sign-in=")
          .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
      URI there = URI.create(begun.header("Location"));
      assertThat(there.getQuery())
          .contains("code_challenge_method=S256", "nonce=", "state=", "max_age=");
      Said known = signedIn(subject).get(there.getRawPath() + "?" + there.getRawQuery());
      assertThat(known.status()).as("it said: %s", known.body()).isEqualTo(302);
      return new Way(known.header("Location"), cookie.substring(0, cookie.indexOf(';')));
    }

    /** Somebody who has signed in at the provider. */
    private Client signedIn(String subject) throws Exception {
      Client there = Client.of(provider.url, provider.certificate);
      String form = "username=" + subject + "&password=" + OwnProvider.PASSWORD;
      Said known =
          there.send(
              there
                  .request("/login")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form)));
      String cookie = known.header("Set-Cookie");
      return there.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    Said back(Way way) throws Exception {
      URI back = URI.create(way.back());
      return client.with("Cookie", way.cookie()).get(back.getPath() + "?" + back.getRawQuery());
    }
  }
}
