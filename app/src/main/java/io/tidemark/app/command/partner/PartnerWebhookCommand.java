package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.server.webhook.WebhookAddress;
import io.tidemark.store.register.Webhooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a partner's own system takes notices. */
@Command(
    name = "webhook",
    description = {
      "设置、取消或查看一个合作方接收通知的 webhook（https）；由运行中的 serve 投递。",
      "Sets, takes away or shows the webhook (https) at which a partner takes notices; a running serve sends"
          + " to it."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark partner webhook ag-0001 --url https://agent.example.cn/tidemark",
      "  ./tidemark partner webhook ag-0001 --url - < address.txt",
      "  ./tidemark partner webhook ag-0001 --remove",
      "  ./tidemark partner webhook ag-0001"
    })
public final class PartnerWebhookCommand extends PartnerWork {
  @Mixin private final OfParty party = new OfParty();

  @ArgGroup private @Nullable Change change;

  /** What becomes of it. */
  static final class Change {
    @Option(
        names = "--url",
        paramLabel = "URL",
        description = {
          "https 地址；含口令的写作 -，从标准输入读。",
          "The https address; write - for one that holds a secret, and give it on standard input."
        })
    private @Nullable String url;

    @Option(
        names = "--remove",
        description = {"取消：此后只由对方来取。", "Takes it away: the partner fetches its list from then on."})
    private boolean remove;
  }

  @Override
  protected Answer work() throws Exception {
    Change asked = change;
    try (Session session = open()) {
      String who = party.in(session);
      if (asked == null) {
        Refusals.unlessMay(session, Act.AUDIT);
        return shown(session, who);
      }
      Optional<URI> url =
          asked.remove ? Optional.empty() : Optional.of(address(String.valueOf(asked.url)));
      Recorded.Done<String> end =
          Refusals.orStop(
              session
                  .notifying()
                  .webhook(
                      session.actor(),
                      who,
                      url.map(URI::getHost).orElse(""),
                      url.map(URI::toString)));
      return Answer.builder()
          .field("party", who)
          .field("host", url.map(URI::getHost).orElse(null))
          .field("entry", end.receipt().index())
          .say(
              url.isPresent() ? who + " 的通知将投递到 " + url.get().getHost() : who + " 不再有 webhook",
              url.isPresent()
                  ? "notices to " + who + " are sent to " + url.get().getHost()
                  : who + " has no webhook any more")
          .build();
    }
  }

  private static URI address(String typed) throws IOException {
    String url = typed;
    if (typed.equals("-")) {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      url = line == null ? "" : line.strip();
    }
    return WebhookAddress.parse(url)
        .orElseThrow(
            () ->
                Stop.usage(
                    "webhook 应为 https 地址，无用户名、无 #，至多 2000 字符，如 https://agent.example.cn/tidemark",
                    "a webhook is an https address without a user and #, of at most 2,000 characters,"
                        + " such as https://agent.example.cn/tidemark"));
  }

  private static Answer shown(Session session, String who) {
    Optional<Webhooks.Standing> standing =
        session.home().webhooks().all().stream().filter(one -> one.party().equals(who)).findFirst();
    Answer.Builder answer =
        Answer.builder()
            .field("party", who)
            .field("host", standing.map(Webhooks.Standing::host).orElse(null))
            .field("failures", standing.map(Webhooks.Standing::failures).orElse(0))
            .field("problem", standing.flatMap(Webhooks.Standing::problem).orElse(null));
    if (standing.isEmpty()) {
      return answer.say(who + " 没有 webhook", who + " has no webhook").build();
    }
    Webhooks.Standing one = standing.get();
    return answer
        .say(
            one.host() + "：连续失败 " + one.failures() + " 次 " + one.problem().orElse(""),
            one.host()
                + ": failed "
                + one.failures()
                + " times one after the other "
                + one.problem().orElse(""))
        .build();
  }
}
