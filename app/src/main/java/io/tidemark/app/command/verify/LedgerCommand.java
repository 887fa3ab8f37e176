package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Outward;
import io.tidemark.app.command.Work;
import io.tidemark.app.ledger.AnchorFolder;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.app.ledger.SecondSignature;
import io.tidemark.app.ledger.WitnessFile;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.PeoplesKeys;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.TimeStamp;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.store.tiles.Fsck;
import io.tidemark.terms.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The ledger. */
@Command(
    name = "ledger",
    description = {
      "账本：签名的头、证明、复核、见证、时间戳。",
      "The ledger: its signed head, proofs, examination, witnesses, time stamps."
    },
    subcommands = {
      LedgerCommand.Head.class,
      LedgerCommand.Prove.class,
      LedgerCommand.Examine.class,
      LedgerCommand.Cosign.class,
      LedgerCommand.Stamp.class
    })
public final class LedgerCommand extends Group {
  /** Prints the signed head. */
  @Command(
      name = "checkpoint",
      description = {"发布并打印账本的签名头。", "Publishes and prints the ledger's signed head."},
      footer = {"", "例 / Example:", "  ./tidemark ledger checkpoint"})
  public static final class Head extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        SignedNote note = session.home().ledger().publish();
        Checkpoint head = Checkpoint.parse(note.text());
        String key = session.home().ledger().key().vkey();
        String text = new String(note.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Answer.builder()
            .field("size", head.size())
            .field("root", head.root().toString())
            .field("origin", head.origin())
            .field("public_key", key)
            .field("checkpoint", text)
            .say(text + "\n公钥：" + key, text + "\nkey: " + key)
            .build();
      }
    }
  }

  /** Writes an offline proof. */
  @Command(
      name = "prove",
      description = {
        "写出一条账目的离线证明（tlog-proof@v1）与其字节。",
        "Writes an offline proof (tlog-proof@v1) of an entry, and the entry's bytes."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark ledger prove 12 --out 12.tlog-proof --entry-out 12.entry"
      })
  public static final class Prove extends Work {
    @Parameters(
        paramLabel = "ENTRY",
        description = {"账目序号，从 0 起。", "The entry's index, from 0."})
    private long index;

    @Option(names = "--out", required = true, paramLabel = "F.tlog-proof")
    private @Nullable Path out;

    @Option(names = "--entry-out", paramLabel = "F.entry")
    private @Nullable Path entryOut;

    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        session.home().ledger().publish();
        if (index < 0 || index >= session.home().journal().size()) {
          throw Stop.usage("账本没有第 " + index + " 条", "the ledger has no entry " + index);
        }
        LogProof proof = session.home().ledger().tiles().prove(index);
        Path file = Objects.requireNonNull(out);
        OwnFile.write(file.toAbsolutePath(), proof.bytes());
        if (entryOut != null) {
          OwnFile.write(entryOut.toAbsolutePath(), session.home().ledger().tiles().entry(index));
        }
        return Answer.builder()
            .field("proof", file.toAbsolutePath().toString())
            .field("entry", entryOut == null ? null : entryOut.toAbsolutePath().toString())
            .field("index", index)
            .say("证明：" + file, "proof: " + file)
            .build();
      }
    }
  }

  /** Recomputes everything. */
  @Command(
      name = "fsck",
      description = {
        "重新计算账本的每个哈希，与数据库逐条比较，核对每个人的签名，并重算每个人的历史与已发布的根。",
        "Recomputes every hash of the ledger, compares every entry with the database, checks what"
            + " people signed, and computes everybody's history and the published roots anew."
      },
      footer = {"", "例 / Example:", "  ./tidemark ledger fsck"})
  public static final class Examine extends Work {
    private static final int BATCH = 4_096;

    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        List<Map<String, String>> faults = new ArrayList<>();
        Answer.Builder answer = Answer.builder();
        Fsck fsck =
            session
                .home()
                .ledger()
                .tiles()
                .fsck(List.of(), fault -> add(faults, answer, fault.file(), fault.what()));
        SecondSignature.fault(session.home())
            .ifPresent(what -> add(faults, answer, "checkpoint", what));
        compare(session, fsck.size(), faults, answer);
        for (Words what : session.home().histories().recount()) {
          add(faults, answer, "history", what);
        }
        boolean ok = faults.isEmpty();
        return answer
            .field("ok", ok)
            .field("size", fsck.size())
            .field("root", String.valueOf(fsck.root()))
            .field("faults", faults)
            .say(
                ok ? "账本完好：" + fsck.size() + " 条" : "发现 " + faults.size() + " 处问题",
                ok
                    ? "the ledger is sound: " + fsck.size() + " entries"
                    : faults.size() + " faults found")
            .exit(ok ? Exit.DONE : Exit.ANSWER_IS_NO)
            .build();
      }
    }

    private static void compare(
        Session session, long size, List<Map<String, String>> faults, Answer.Builder answer) {
      long published = Math.min(size, session.home().journal().size());
      PeoplesKeys people = new PeoplesKeys();
      for (long from = 0; from < published; from += BATCH) {
        List<byte[]> recorded =
            session.home().entries(from, (int) Math.min(BATCH, published - from));
        for (int i = 0; i < recorded.size(); i++) {
          String name = "entry " + (from + i);
          wrong(people, recorded.get(i)).ifPresent(what -> add(faults, answer, name, what));
          byte[] onDisk;
          try {
            onDisk = session.home().ledger().tiles().entry(from + i);
          } catch (java.io.IOException | RuntimeException e) {
            continue; // the examination of the files has named it
          }
          if (!Arrays.equals(onDisk, recorded.get(i))) {
            add(
                faults,
                answer,
                name,
                new Words("数据库与账本文件不同", "the database and the ledger's files differ"));
          }
        }
      }
    }

    private static Optional<Words> wrong(PeoplesKeys people, byte[] entry) {
      try {
        return people
            .next(Entry.parse(entry))
            .map(
                why ->
                    switch (why) {
                      case UNSIGNED -> new Words("没有本人签名", "is signed by nobody");
                      case FOREIGN ->
                          new Words(
                              "签名所用密钥不是此人当时的", "is signed with a key that its actor did not have");
                      case BROKEN -> new Words("签名不成立", "has a signature that does not hold");
                    });
      } catch (Entry.BadEntry e) {
        return Optional.of(new Words("读不出来", "cannot be read"));
      }
    }

    private static void add(
        List<Map<String, String>> faults, Answer.Builder answer, String where, Words what) {
      Map<String, String> fault = new LinkedHashMap<>();
      fault.put("file", where);
      fault.put("zh", what.zh());
      fault.put("en", what.en());
      faults.add(fault);
      answer.say(where + "：" + what.zh(), where + ": " + what.en());
    }
  }

  /** Lets a second party cosign. */
  @Command(
      name = "cosign",
      description = {
        "让第二方（见证方）为当前签名头共签：密钥在其自己的文件里，并核对账本只增不改。",
        "Lets a second party cosign the current head: with a key in a file of its own, checking"
            + " that the ledger only grew."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark ledger cosign --witness audit.key --create audit.example",
        "  ./tidemark ledger cosign --witness audit.key"
      })
  public static final class Cosign extends Work {
    @Option(
        names = "--witness",
        required = true,
        paramLabel = "FILE",
        description = {"见证方文件。", "The witness's file."})
    private @Nullable Path file;

    @Option(
        names = "--create",
        paramLabel = "NAME",
        description = {"新建见证方文件，以此为名。", "Makes the witness's file under this name."})
    private @Nullable String create;

    @Override
    protected Answer work() throws Exception {
      Path own = Objects.requireNonNull(file).toAbsolutePath();
      if (create != null && !create.matches("[A-Za-z0-9./_-]{1,64}")) {
        throw Stop.usage(
            "见证方名称只能用字母、数字与 . / _ -", "a witness's name has letters, digits and . / _ - only");
      }
      try (Session session = open()) {
        WitnessFile witness =
            create != null ? WitnessFile.create(own, create) : WitnessFile.read(own);
        AnchorFolder anchors = new AnchorFolder(session.home().folder().path());
        SignedNote head = anchors.kept(session.home().ledger().publish());
        long size = Checkpoint.parse(head.text()).size();
        SignedNote cosigned = witness.cosign(head, session.home().ledger().tiles().hashes(size));
        anchors.cosigned(cosigned, witness.key());
        VerifierKey key = witness.key();
        return Answer.builder()
            .field("size", size)
            .field("witness", key.vkey())
            .field(
                "checkpoint", new String(cosigned.bytes(), java.nio.charset.StandardCharsets.UTF_8))
            .say(
                key.name() + " 已为 " + size + " 条账目共签",
                key.name() + " cosigned " + size + " entries")
            .say("见证方公钥：" + key.vkey(), "the witness's key: " + key.vkey())
            .build();
      }
    }
  }

  /** Takes an RFC 3161 time stamp. */
  @Command(
      name = "stamp",
      description = {
        "为当前签名头取 RFC 3161 时间戳：直接向时间戳服务申请（--url），或分两步写出请求、读入应答。",
        "Takes an RFC 3161 time stamp over the current head: from an authority (--url), or in two"
            + " steps by files."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark ledger stamp --url https://tsa.example.com/ --authority tsa.crt",
        "  ./tidemark ledger stamp --request-out head.tsq",
        "  ./tidemark ledger stamp --response head.tsr --authority tsa.crt"
      })
  public static final class Stamp extends Work {
    @Option(
        names = "--url",
        paramLabel = "URL",
        description = {
          "时间戳服务地址（https；本机可用 http）。",
          "The authority's address (https; http to this machine)."
        })
    private @Nullable URI url;

    @Option(
        names = "--authority",
        paramLabel = "CERT",
        description = {"时间戳服务的证书（PEM 或 DER）。", "The authority's certificate (PEM or DER)."})
    private @Nullable Path authority;

    @Option(
        names = "--request-out",
        paramLabel = "FILE",
        description = {"写出请求。", "Writes the request."})
    private @Nullable Path requestOut;

    @Option(
        names = "--response",
        paramLabel = "FILE",
        description = {"读入应答。", "Reads the response."})
    private @Nullable Path response;

    @Override
    protected Answer work() throws Exception {
      if (url != null) {
        Outward.check(
            "--url",
            url,
            "只有 http 的服务请分两步：--request-out 写出请求，取回应答后用 --response 读入。",
            "For an authority that has http only take the two steps by files: --request-out, then"
                + " --response with what it answered.");
      }
      try (Session session = open()) {
        SignedNote head = session.home().ledger().publish();
        long size = Checkpoint.parse(head.text()).size();
        if (requestOut != null) {
          OwnFile.write(requestOut.toAbsolutePath(), TimeStamp.request(head));
          return Answer.builder()
              .field("request", requestOut.toAbsolutePath().toString())
              .field("size", size)
              .say("请求：" + requestOut, "request: " + requestOut)
              .build();
        }
        if (authority == null || (url == null) == (response == null)) {
          throw Stop.usage(
              "需要 --request-out，或 --authority 加上 --url 或 --response",
              "needs --request-out, or --authority with --url or --response");
        }
        X509Certificate certificate = certificate(authority);
        byte[] answer =
            url != null
                ? ask(url, TimeStamp.request(head))
                : Files.readAllBytes(Objects.requireNonNull(response));
        TimeStamp stamp = verified(answer, head, certificate);
        byte[] token =
            new org.bouncycastle.tsp.TimeStampResponse(answer).getTimeStampToken().getEncoded();
        new AnchorFolder(session.home().folder().path())
            .stamped(head, token, certificate.getEncoded());
        return Answer.builder()
            .field("size", size)
            .field("time", stamp.time().toString())
            .say(
                "时间戳 " + stamp.time() + "，覆盖 " + size + " 条账目",
                "time stamp " + stamp.time() + " over " + size + " entries")
            .build();
      }
    }

    private static TimeStamp verified(byte[] answer, SignedNote head, X509Certificate authority) {
      try {
        return TimeStamp.verifyResponse(answer, head, authority);
      } catch (LedgerException e) {
        throw Stop.unreadable(
            new Words("时间戳应答通不过核验：" + e.getMessage(), "no valid time stamp: " + e.getMessage()));
      }
    }

    private static X509Certificate certificate(Path file) throws IOException {
      try {
        return (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
      } catch (CertificateException e) {
        throw Stop.unreadable(
            new Words(file + " 不是 X.509 证书", file + " is not an X.509 certificate"));
      }
    }

    private static byte[] ask(URI url, byte[] request) throws InterruptedException {
      HttpResponse<byte[]> response;
      try {
        response =
            HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .build()
                .send(
                    HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
      } catch (IllegalArgumentException e) {
        throw Stop.usage("不是网址：" + url, "not an address of a web service: " + url);
      } catch (IOException e) {
        throw Stop.fault(
            new Words(
                "连不上时间戳服务 " + url, "the time-stamping authority cannot be reached at " + url));
      }
      if (response.statusCode() != 200) {
        throw Stop.fault(
            new Words(
                "时间戳服务应答 " + response.statusCode(),
                "the authority answered " + response.statusCode()));
      }
      return response.body();
    }
  }
}
