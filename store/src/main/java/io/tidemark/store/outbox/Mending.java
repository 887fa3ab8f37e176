package io.tidemark.store.outbox;

import io.tidemark.disclose.NotDelivered;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.store.register.Disclosures;
import io.tidemark.store.register.Writer;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Finishes what a crash cut off: a recorded copy gets its name, an unrecorded one is removed and
 * recorded as such.
 */
public final class Mending {
  private final Disclosures disclosures;
  private final Journal journal;
  private final Clock clock;

  /** Mends what this register calls unfinished. */
  public Mending(Disclosures disclosures, Journal journal, Clock clock) {
    this.disclosures = disclosures;
    this.journal = journal;
    this.clock = clock;
  }

  /** Mends; one sentence for each copy that was cut off, empty on an ordinary day. */
  public List<Words> mend() throws IOException {
    List<Words> done = new ArrayList<>();
    for (Disclosures.Unfinished copy : disclosures.unfinished()) {
      if (!Writer.lives(copy.writer())) {
        done.add(mend(copy));
      }
    }
    return done;
  }

  private Words mend(Disclosures.Unfinished copy) throws IOException {
    Path target = Path.of(copy.target());
    Path temporary = Outbox.temporary(target, copy.id());
    if (copy.file().isPresent() && holds(target, copy.file().get())) {
      Files.deleteIfExists(temporary);
      disclosures.released(copy.id());
      return new Words(
          "释放 " + copy.id() + " 的文件完好", "the copy of release " + copy.id() + " is whole");
    }
    if (copy.file().isPresent()
        && holds(temporary, copy.file().get())
        && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Outbox.rename(temporary, target);
      disclosures.released(copy.id());
      return new Words(
          "上次中断的释放 " + copy.id() + " 已补完",
          "release " + copy.id() + ", cut off last time, was completed");
    }
    Files.deleteIfExists(temporary);
    journal.record(
        Entry.of("non-delivery")
            .line("time", clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .line("actor", "operator")
            .line("disclosure", copy.id())
            .build(),
        new NotDelivered(copy.id()));
    return new Words(
        "上次中断的释放 " + copy.id() + " 没有交付，已记入账本",
        "release " + copy.id() + ", cut off last time, was not delivered; the ledger says so");
  }

  private static boolean holds(Path file, Digest digest) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    MessageDigest sha = Digest.newSha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    return Digest.of(sha.digest()).equals(digest);
  }
}
