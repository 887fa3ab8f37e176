package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.chainsim.phone.Sipp;
import io.tidemark.telephone.CannotListen;
import io.tidemark.telephone.Listening;
import io.tidemark.telephone.Network;
import io.tidemark.telephone.Route;
import io.tidemark.telephone.Telephone;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import io.tidemark.telephone.Transport;
import io.tidemark.telephone.Watch;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How soon calls to alias numbers ring at a person's telephone, between telephones of SIPp's. */
final class PutThrough {
  private static final int RATE = 100;
  private static final int TALKING_MILLIS = 1_000;
  private static final String ALIAS = "17000000000";
  private static final PersonalText PERSON = PersonalText.of("13912345678");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private PutThrough() {}

  static List<Line> lines(Stage stage) throws IOException, InterruptedException, CannotListen {
    stage.say("电话（SIP）", "sip");
    if (!Sipp.installed()) {
      return List.of(
          Line.reported(
              what(stage),
              Line.same("–"),
              new Words(
                  "未测：没有安装 sipp（apt-get install sip-tester）", "not measured: " + Sipp.MISSING)));
    }
    int calls = RATE * stage.size(30, 5);
    Path folder = Files.createDirectories(stage.folder().resolve("sipp"));
    Listening at = new Listening(Transport.UDP, HERE, freePort());
    Route route = new Route(HERE, freePort(), Transport.UDP);
    Sipp sipp = new Sipp(folder, false);
    try (Telephone telephone =
        Telephone.start(
            settings(at, route),
            call -> new CallAnswer.Forward(PERSON, "bench", call.called()),
            Watch.NONE,
            Clock.systemUTC())) {
      Process person = sipp.person(route.port(), calls);
      try {
        Sipp.Went went =
            sipp.call(
                "caller", telephone.listening().get(0).port(), ALIAS, RATE, calls, TALKING_MILLIS);
        return List.of(failed(stage, went, calls), within(went, .5), within(went, .99));
      } finally {
        person.destroy();
      }
    }
  }

  private static TelephoneSettings settings(Listening at, Route route) {
    return new TelephoneSettings(
        List.of(at),
        List.of(Network.of("127.0.0.1")),
        Map.of(TelephoneSettings.ANY_LINE, route),
        Mode.BRIDGE,
        Optional.empty(),
        Optional.empty(),
        Limits.USUAL);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      return socket.getLocalPort();
    }
  }

  private static Words what(Stage stage) {
    int seconds = stage.size(30, 5);
    return new Words(
        "每秒 100 次来电，持续 " + seconds + " 秒，由 SIPp 拨打、SIPp 接听：失败",
        "100 calls a second for " + seconds + " s, called and answered by SIPp: failed");
  }

  private static Line failed(Stage stage, Sipp.Went went, int calls) {
    long failed = Math.max(went.failed(), calls - went.good());
    return new Line(
        what(stage),
        Line.same("–"),
        new Words(failed + " / " + calls + " 次", failed + " of " + calls),
        Line.same("0"),
        failed == 0 ? Outcome.MET : Bar.atMost(calls / 1_000.0).judge((double) failed));
  }

  private static Line within(Sipp.Went went, double share) {
    String name = share == .5 ? "median" : "p99";
    return Line.reported(
        new Words(
            "从拨号到接听的信令时间，" + (share == .5 ? "中位" : "p99"), "from dialling to the answer, " + name),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.1f ms", went.within(share))));
  }

  static Words remark() {
    return new Words(
        "电话：127.0.0.1 上的 UDP，桥接，通话 1 秒；谁来决定不在其中（内存里的规则）；拨打与接听的 SIPp 占用同一台机器。",
        "Telephone: UDP on 127.0.0.1, bridged, talking 1 s; whoever decides is no part of it (a rule"
            + " in memory); both SIPp processes use the same machine.");
  }
}
