package io.tidemark.telephone;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Who is let in, before anything is read: addresses of the trunk, each so often. Whoever else sends
 * something hears nothing, not even a refusal: an answer to a forged sender would strike somebody
 * else, and tell whoever searches for telephone systems that here is one. Thread-safe; remembers at
 * most 10,000 addresses.
 */
final class Doorman {
  private static final long ADDRESSES = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final List<Network> trunk;
  private final Watch watch;
  private final LoadingCache<InetAddress, Bucket> datagrams;
  private final LoadingCache<InetAddress, Bucket> calls;

  Doorman(TelephoneSettings settings, Watch watch) {
    this.trunk = settings.trunk();
    this.watch = watch;
    this.datagrams = buckets(settings.limits().datagrams());
    this.calls = buckets(settings.limits().calls());
  }

  private static LoadingCache<InetAddress, Bucket> buckets(int perSecond) {
    return Caffeine.newBuilder()
        .maximumSize(ADDRESSES)
        .expireAfterAccess(REMEMBERED)
        .build(
            any ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(2L * perSecond)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build());
  }

  /** Whether it is an address of the operator's. */
  boolean knows(InetAddress sender) {
    if (trunk.stream().anyMatch(network -> network.contains(sender))) {
      return true;
    }
    watch.dropped(Dropped.STRANGER);
    return false;
  }

  /** Whether one more datagram of this sender is read. */
  boolean takesDatagram(InetAddress sender, boolean whole) {
    if (!knows(sender)) {
      return false;
    }
    if (!whole) {
      watch.dropped(Dropped.TOO_LARGE);
      return false;
    }
    if (!datagrams.get(sender).tryConsume(1)) {
      watch.dropped(Dropped.TOO_FAST);
      return false;
    }
    return true;
  }

  /** Whether one more call of this sender is decided on. */
  boolean takesCall(InetAddress sender) {
    return calls.get(sender).tryConsume(1);
  }
}
