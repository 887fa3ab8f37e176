package io.tidemark.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may be, and for how long it may keep us waiting. */
final class ReachableTest {
  private static boolean allowed(String address, String... networks) throws Exception {
    return new Reachable(List.of(networks)).allows(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001::1",
        "2001:db8::1",
        "ff02::1"
      })
  void nothingPrivateIsReachable(String address) throws Exception {
    assertThat(allowed(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "223.5.5.5", "172.32.0.1", "2400:3200::1", "2606:4700::1111"})
  void whatIsPublicIs(String address) throws Exception {
    assertThat(allowed(address)).isTrue();
  }

  @Test
  void aNetworkThatIsAllowedIsReachableAndItsNeighboursAreNot() throws Exception {
    assertThat(allowed("10.20.3.4", "10.20.0.0/16")).isTrue();
    assertThat(allowed("10.21.3.4", "10.20.0.0/16")).isFalse();
    assertThatThrownBy(() -> allowed("10.20.3.4", "ten"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://agent.example.cn/",
        "https:///x",
        "https://u:p@agent.example.cn/",
        "https://agent.example.cn/#x",
        "https://agent.example.cn:0/",
        "https://agent.example.cn:65536/",
        "ftp://agent.example.cn/",
        "agent.example.cn",
        "https://例子.cn/"
      })
  void anAddressOfAnotherKindIsNone(String typed) {
    assertThat(WebhookAddress.parse(typed)).isEmpty();
  }

  @Test
  void anAddressWithPathAndQueryIsOne() {
    assertThat(WebhookAddress.parse("https://agent.example.cn:8443/tidemark?key=1"))
        .contains(URI.create("https://agent.example.cn:8443/tidemark?key=1"));
  }

  /** It takes the connection and never says a word. */
  @Test
  void aWebhookThatSaysNothingIsCutOff() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      WebhookPost post =
          new WebhookPost(
              HttpsURLConnection.getDefaultSSLSocketFactory(),
              new Reachable(List.of("127.0.0.0/8", "::1/128")),
              Duration.ofMillis(300));
      long begun = System.nanoTime();
      assertThat(
              post.post(
                  URI.create("https://localhost:" + silent.getLocalPort() + "/"),
                  io.tidemark.terms.NoticeId.random(),
                  "x"))
          .contains("timeout");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      post.close();
    }
  }
}
