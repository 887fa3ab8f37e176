package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.CertificateRequest;
import io.tidemark.authorise.partner.PartnerCa;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.authorise.partner.Unfit;
import io.tidemark.custody.Partnering;
import io.tidemark.custody.Recorded;
import io.tidemark.store.register.Partners;
import io.tidemark.terms.Digest;
import io.tidemark.vault.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Partners' own systems: letting them in, and out. */
@Command(
    name = "partner",
    description = {
      "合作方的系统接入：证书、本方客户、暂停与监控。",
      "Partners' own systems: certificates, own people, suspension, watching."
    },
    subcommands = {
      PartnerCommand.Certify.class,
      PartnerCommand.Trust.class,
      PartnerCommand.People.class,
      PartnerCommand.Revoke.class,
      PartnerCommand.Suspend.class,
      PartnerCommand.Resume.class,
      PartnerListCommand.class
    })
public final class PartnerCommand extends Group {
  private static final long LARGEST_FILE = 1 << 16;

  /** Work about one party. */
  abstract static class OfParty extends Work {
    @Parameters(
        paramLabel = "PARTY",
        description = {"chain.yaml 中的接收方编号。", "The party's id in chain.yaml."})
    private @Nullable String party;

    /** The party, which the chain has. */
    String party(Session session) {
      String id = Objects.requireNonNull(party);
      if (session.chain().party(id).isEmpty()) {
        throw Stop.usage("chain.yaml 里没有此接收方：" + id, "chain.yaml has no party " + id);
      }
      return id;
    }

    Partnering partnering(Session session) {
      return steps(this, session);
    }
  }

  private static Partnering steps(Work work, Session session) {
    return new Partnering(
        session.register(),
        SecretBox.of(session.home().keys(), "partner ca"),
        entry -> work.signed(session, entry));
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw Stop.usage("文件过大：" + file, "the file is too large: " + file);
    }
    return Files.readAllBytes(file);
  }

  private static Answer.Builder certificate(String party, CertificateFacts facts, long entry) {
    return Answer.builder()
        .field("party", party)
        .field("serial", facts.serial())
        .field("fingerprint", facts.fingerprint().toString())
        .field("until", facts.until().toString())
        .field("entry", entry);
  }

  /** Certifies the key of a partner's system. */
  @Command(
      name = "certify",
      description = {
        "为合作方系统的密钥签发客户端证书；首次使用时建立自己的小型 CA。请求须用它自己的私钥签名，名称由本系统填写。",
        "Issues a client certificate for the key of a partner's system; makes the home's own small authority when first used. The request has to be signed with its own key; the name in it is ours to say."
      },
      footer = {
        "",
        "例 / Example:",
        "  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout agent.key -subj /CN=agent -out agent.csr",
        "  ./tidemark partner certify ag-0001 --csr agent.csr --out agent.crt"
      })
  public static final class Certify extends OfParty {
    @Option(
        names = "--csr",
        required = true,
        paramLabel = "FILE",
        description = {
          "证书请求（PKCS #10，PEM；P-256、P-384、Ed25519 或 3072 位及以上的 RSA）。",
          "The request (PKCS #10, PEM; P-256, P-384, Ed25519, or RSA of 3072 bits or more)."
        })
    private @Nullable Path request;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = {
          "证书写到哪里（PEM，连同签发者）。",
          "Where the certificate goes (PEM, with its issuer's)."
        })
    private @Nullable Path out;

    @Option(
        names = "--days",
        defaultValue = "90",
        paramLabel = "N",
        description = {
          "几天内有效（1 到 397，默认 90）。",
          "For how many days it holds (1 to 397, default 90)."
        })
    private int days;

    @Override
    Answer work() throws Exception {
      Path file = Objects.requireNonNull(out);
      Path csr = Objects.requireNonNull(request);
      if (days < 1 || days > PartnerCa.LONGEST.toDays()) {
        throw Stop.usage("--days 应在 1 到 397 之间", "--days lies between 1 and 397");
      }
      if (Files.exists(file)) {
        throw Stop.usage(
            "文件已存在，不会覆盖：" + file, "the file exists already and is not overwritten: " + file);
      }
      if (Files.size(csr) > CertificateRequest.LARGEST) {
        throw Stop.usage("文件过大：" + csr, "the file is too large: " + csr);
      }
      try (Session session = open()) {
        String who = party(session);
        Partners partners = session.home().partners();
        Recorded.Done<X509Certificate> end =
            Refusals.orStop(
                partnering(session)
                    .certify(
                        session.actor(),
                        who,
                        read(csr),
                        Duration.ofDays(days),
                        partners.authority(),
                        session.home().origin()));
        X509Certificate issuer = PartnerCa.certificate(partners.authority().orElseThrow());
        Files.writeString(
            file,
            new PartnerChain(List.of(end.what(), issuer)).pem(),
            StandardOpenOption.CREATE_NEW);
        CertificateFacts facts = CertificateFacts.of(end.what());
        return certificate(who, facts, end.receipt().index())
            .field("file", file.toAbsolutePath().toString())
            .say(
                who + " 的证书（序列号 " + facts.serial() + "，至 " + facts.until() + "）已写入 " + file,
                "the certificate of "
                    + who
                    + " (serial "
                    + facts.serial()
                    + ", until "
                    + facts.until()
                    + ") is in "
                    + file)
            .build();
      }
    }
  }

  /** Trusts an outside authority, or one certificate, for a party alone. */
  @Command(
      name = "trust",
      description = {
        "信任外部 CA（或钉住一张客户端证书），只为这一个合作方。",
        "Trusts an outside authority (or pins one client certificate), for this partner alone."
      },
      footer = {"", "例 / Example:", "  ./tidemark partner trust ag-0001 --ca agent-ca.crt"})
  public static final class Trust extends OfParty {
    @Option(
        names = "--ca",
        required = true,
        paramLabel = "FILE",
        description = {
          "CA 证书或客户端证书（PEM 或 DER）。",
          "The authority's or the client's certificate (PEM or DER)."
        })
    private @Nullable Path file;

    @Override
    Answer work() throws Exception {
      byte[] certificate = read(Objects.requireNonNull(file));
      try (Session session = open()) {
        String who = party(session);
        unlessKnown(session.home().partners(), certificate);
        Recorded.Done<CertificateFacts> end =
            Refusals.orStop(partnering(session).trust(session.actor(), who, certificate));
        return certificate(who, end.what(), end.receipt().index())
            .say(
                "已信任，只为 " + who + "：" + end.what().fingerprint(),
                "trusted, for " + who + " alone: " + end.what().fingerprint())
            .build();
      }
    }

    /** What is trusted already is not trusted for somebody else as well. */
    private static void unlessKnown(Partners partners, byte[] certificate) {
      Digest fingerprint;
      try {
        fingerprint = CertificateFacts.fingerprint(PartnerChain.read(certificate));
      } catch (Unfit e) {
        return; // the flow says so, and records it
      }
      boolean known =
          partners.certificate(fingerprint).isPresent()
              || partners.trusts().stream()
                  .anyMatch(trust -> trust.fingerprint().equals(fingerprint));
      if (known) {
        throw Stop.usage(
            "已信任过此证书，一张证书只属于一个合作方：" + fingerprint,
            "this certificate is trusted already, and for one partner only: " + fingerprint);
      }
    }
  }

  /** Says who is among a partner's own people. */
  @Command(
      name = "people",
      description = {
        "指定哪些客户归该合作方：它只能取用其中的人。名单文件中的人加入，或以 --remove 移出。",
        "Says which customers are the partner's own: it can fetch these and nobody else. The people of the file are added, or taken out with --remove."
      },
      footer = {"", "例 / Example:", "  ./tidemark partner people ag-0001 --subjects book.csv"})
  public static final class People extends OfParty {
    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    /** Whom. */
    static final class Whom {
      @Option(
          names = "--subjects",
          paramLabel = "FILE",
          description = {
            "名单：一列保单号、车牌号等。",
            "The people: a column of policy numbers, plates and the like."
          })
      private @Nullable Path subjects;

      @ArgGroup(exclusive = false)
      private @Nullable Where where;
    }

    /** A condition over all that is in custody. */
    static final class Where {
      @Option(
          names = "--where",
          required = true,
          paramLabel = "CONDITION",
          description = {"条件，见 docs/conditions.md。", "A condition, see docs/conditions.md."})
      private String condition = "";

      @Option(
          names = "--purpose",
          required = true,
          paramLabel = "PURPOSE",
          description = {"查找的目的。", "What the looking is for."})
      private String purpose = "";
    }

    @Option(
        names = "--remove",
        description = {"移出而不是加入。", "Take them out instead."})
    private boolean remove;

    @Override
    Answer work() throws Exception {
      try (Session session = open()) {
        String who = party(session);
        RoaringBitmap named = named(session);
        Recorded.Done<RoaringBitmap> end =
            Refusals.orStop(
                partnering(session)
                    .people(
                        session.actor(),
                        who,
                        session.home().partners().people(who),
                        before ->
                            remove
                                ? RoaringBitmap.andNot(before, named)
                                : RoaringBitmap.or(before, named)));
        int people = end.what().getCardinality();
        return Answer.builder()
            .field("party", who)
            .field("named", named.getCardinality())
            .field("people", people)
            .field("entry", end.receipt().index())
            .say(
                "归 " + who + " 的客户现有 " + people + " 人",
                people + " people are " + who + "'s own now")
            .build();
      }
    }

    private RoaringBitmap named(Session session) {
      Selection selection = new Selection(session, terminal()::note);
      Where where = whom.where;
      return where == null
          ? selection.subjects(Objects.requireNonNull(whom.subjects))
          : selection.where(Selection.parse(where.condition), where.purpose);
    }
  }

  /** Revokes a certificate. */
  @Command(
      name = "revoke",
      description = {
        "吊销一张证书（序列号，或 SHA-256 指纹；外部 CA 用其指纹）：所有节点在下一个请求起即拒绝。",
        "Revokes a certificate (by serial, or by SHA-256 fingerprint; an outside authority by its own): every node refuses it from the next request on."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark partner revoke 4f2a90c1d37be86512ab --why '私钥遗失' --as liu.min"
      })
  public static final class Revoke extends Work {
    @Parameters(
        paramLabel = "SERIAL|FINGERPRINT",
        description = {"见 partner list。", "See partner list."})
    private String name = "";

    @Mixin private final Reason reason = new Reason();

    @Override
    Answer work() throws Exception {
      String why = reason.said();
      try (Session session = open()) {
        Digest fingerprint = fingerprint(session.home().partners());
        Recorded.Done<Digest> end =
            Refusals.orStop(steps(this, session).revoke(session.actor(), fingerprint, why));
        return Answer.builder()
            .field("fingerprint", fingerprint.toString())
            .field("entry", end.receipt().index())
            .say("已吊销 " + fingerprint + "，立即生效", "revoked " + fingerprint + ", from now on")
            .build();
      }
    }

    private Digest fingerprint(Partners partners) {
      String hex = name.toLowerCase(java.util.Locale.ROOT).replace(":", "");
      if (hex.matches("[0-9a-f]{64}")) {
        return Digest.parse(hex);
      }
      Optional<Partners.Known> issued = partners.issued(hex.replaceFirst("^0+", ""));
      return issued
          .map(known -> known.facts().fingerprint())
          .orElseThrow(
              () ->
                  Stop.usage(
                      "没有签发过序列号 " + name + "；外部证书请用 SHA-256 指纹",
                      "no certificate was issued under serial "
                          + name
                          + "; name others by their SHA-256"));
    }
  }

  /** Suspends a partner at once, everywhere. */
  @Command(
      name = "suspend",
      description = {
        "立即暂停一个合作方：所有节点、所有证书、已打开的连接都从下一个请求起拒绝。",
        "Suspends a partner at once: every node, every certificate, open connections too, from the next request on."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark partner suspend ag-0001 --why '深夜大量下载' --as liu.min"
      })
  public static final class Suspend extends OfParty {
    @Mixin private final Reason reason = new Reason();

    @Override
    Answer work() throws Exception {
      String why = reason.said();
      try (Session session = open()) {
        String who = party(session);
        Recorded.Done<String> end =
            Refusals.orStop(partnering(session).suspend(session.actor(), who, why));
        return state(who, "suspended", end.receipt().index())
            .say("已暂停 " + who + "，立即生效", who + " is suspended, from now on")
            .build();
      }
    }
  }

  /** Lets a suspended partner in again. */
  @Command(
      name = "resume",
      description = {
        "恢复被暂停的合作方；只有个人信息保护负责人能做。",
        "Lets a suspended partner in again; for a protection officer alone."
      },
      footer = {"", "例 / Example:", "  ./tidemark partner resume ag-0001 --as liu.min"})
  public static final class Resume extends OfParty {
    @Override
    Answer work() throws Exception {
      try (Session session = open()) {
        String who = party(session);
        Recorded.Done<String> end =
            Refusals.orStop(partnering(session).resume(session.actor(), who));
        return state(who, "active", end.receipt().index())
            .say("已恢复 " + who, who + " is let in again")
            .build();
      }
    }
  }

  private static Answer.Builder state(String party, String state, long entry) {
    return Answer.builder().field("party", party).field("state", state).field("entry", entry);
  }
}
