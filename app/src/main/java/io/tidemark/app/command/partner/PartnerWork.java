package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.custody.members.Partnering;
import io.tidemark.vault.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Work about partners' own systems. */
public abstract class PartnerWork extends Work {
  /** The party that a command is about. */
  public static final class OfParty {
    @Parameters(
        paramLabel = "PARTY",
        description = {"chain.yaml 中的接收方编号。", "The party's id in chain.yaml."})
    private @Nullable String party;

    /** The party, which the chain has. */
    public String in(Session session) {
      String id = Objects.requireNonNull(party);
      if (session.chain().party(id).isEmpty()) {
        throw Stop.usage("chain.yaml 里没有此接收方：" + id, "chain.yaml has no party " + id);
      }
      return id;
    }
  }

  Partnering partnering(Session session) {
    return new Partnering(
        session.register(),
        SecretBox.of(session.home().keys(), "partner ca"),
        entry -> signed(session, entry));
  }

  /** The bytes of a file that has at most so many. */
  static byte[] read(Path file, long most) throws IOException {
    if (Files.size(file) > most) {
      throw Stop.usage("文件过大：" + file, "the file is too large: " + file);
    }
    return Files.readAllBytes(file);
  }

  static Answer.Builder certificate(String party, CertificateFacts facts, long entry) {
    return Answer.builder()
        .field("party", party)
        .field("serial", facts.serial())
        .field("fingerprint", facts.fingerprint().toString())
        .field("until", facts.until().toString())
        .field("entry", entry);
  }

  static Answer.Builder state(String party, String state, long entry) {
    return Answer.builder().field("party", party).field("state", state).field("entry", entry);
  }
}
