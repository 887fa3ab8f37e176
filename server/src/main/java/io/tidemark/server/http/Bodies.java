package io.tidemark.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * Reads bodies, which hold a thread until they are whole. So many at the same moment may come by
 * one port, from one address and from one person, each within its time: whoever sends slowly stops
 * nobody else. Thread-safe.
 */
@Component
public final class Bodies {
  /** Of the 64 threads of staff's port, and of the 32 of partners' and systems'. */
  private static final int OF_PORT = 24;

  private static final String PORT = "port ";
  private static final int OF_ADDRESS = 16;
  private static final int OF_PERSON = 8;

  /** A caller who sends a byte now and then does not hold a thread for longer. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int PART = 8 << 10;

  private final ConcurrentMap<String, Integer> unfinished = new ConcurrentHashMap<>();
  private final Clock clock;

  Bodies(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    meters.gauge("tidemark.bodies.unfinished", unfinished, Bodies::count);
  }

  /** Something that may hold only so many bodies at once. */
  private record Holder(String name, int most) {}

  /**
   * Reads the body; ends the request when it has more than so many bytes, said or unsaid, takes too
   * long on its way, or comes beside too many others.
   */
  ReadBody read(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLengthLong() > most) {
      throw Halt.status(413);
    }
    List<Holder> held = hold(request);
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      copy(request.getInputStream(), body, most);
      return new ReadBody(request, body.toByteArray());
    } finally {
      held.forEach(this::release);
    }
  }

  private void copy(InputStream in, ByteArrayOutputStream to, int most) throws IOException {
    Instant end = clock.instant().plus(LONGEST);
    byte[] part = new byte[PART];
    int size = 0;
    for (int read = read(in, part); read >= 0; read = read(in, part)) {
      to.write(part, 0, read);
      size += read;
      if (size > most) {
        throw Halt.status(413);
      }
      if (clock.instant().isAfter(end)) {
        throw Halt.status(408);
      }
    }
  }

  /** Of a connection on which nothing comes Tomcat says so after its own while. */
  private static int read(InputStream in, byte[] part) throws IOException {
    try {
      return in.read(part);
    } catch (SocketTimeoutException e) {
      throw Halt.status(408);
    }
  }

  private List<Holder> hold(HttpServletRequest request) {
    List<Holder> wanted = new ArrayList<>();
    String address = Address.of(request);
    wanted.add(new Holder("address " + address, OF_ADDRESS));
    if (request.getRemoteUser() != null) {
      wanted.add(new Holder(Caller.of(request), OF_PERSON));
    }
    wanted.add(new Holder(PORT + request.getLocalPort(), OF_PORT));
    List<Holder> held = new ArrayList<>();
    for (Holder one : wanted) {
      if (unfinished.merge(one.name(), 1, Integer::sum) > one.most()) {
        release(one);
        held.forEach(this::release);
        throw tooMany();
      }
      held.add(one);
    }
    return held;
  }

  private void release(Holder one) {
    unfinished.computeIfPresent(one.name(), (name, count) -> count == 1 ? null : count - 1);
  }

  /** Each comes by one port. */
  private static double count(ConcurrentMap<String, Integer> unfinished) {
    return unfinished.entrySet().stream()
        .filter(one -> one.getKey().startsWith(PORT))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static Halt tooMany() {
    return Halt.until(
        Problem.of(
            429,
            "too-many-bodies",
            "同时传送的请求内容过多：请等前面的传完再试",
            "too many bodies are on their way at once: wait until the others have arrived"),
        Duration.ofSeconds(1));
  }
}
