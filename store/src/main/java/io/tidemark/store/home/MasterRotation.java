package io.tidemark.store.home;

import io.tidemark.terms.Words;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.WrongKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The change of a home's master key. The next key lies beside the old one before the transaction
 * that wraps the ring under it, and takes its place after: whenever this is cut off, one of both
 * opens the home, and the next opening ({@link #ring}) finds which. To be closed; one at a time for
 * each folder.
 */
public final class MasterRotation implements AutoCloseable {
  /** Others may be changing the key while it is read. */
  private static final int ATTEMPTS = 3;

  private final MasterKeys masters;
  private final WrappedKeys wrapped;
  private final Lock lock;
  private final List<KeyRing.Wrapped> before;
  private final List<KeyRing.Wrapped> after;
  private final String place;

  private MasterRotation(
      MasterKeys masters,
      WrappedKeys wrapped,
      Lock lock,
      List<KeyRing.Wrapped> before,
      List<KeyRing.Wrapped> after,
      String place) {
    this.masters = masters;
    this.wrapped = wrapped;
    this.lock = lock;
    this.before = before;
    this.after = after;
    this.place = place;
  }

  /** The right to change the key of a folder. */
  private record Lock(FileChannel channel) implements AutoCloseable {
    /** Nothing when somebody else has it. */
    static Optional<Lock> take(HomeFolder folder) throws IOException {
      FileChannel channel =
          FileChannel.open(
              folder.rotationLock(),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      @Nullable FileLock held = null;
      try {
        held = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // somebody else in this process
      }
      if (held == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new Lock(channel));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The opened keys of a home, whichever of its master keys wraps them; ends what was cut off. */
  static KeyRing ring(HomeFolder folder, Map<String, String> environment, WrappedKeys wrapped)
      throws HomeFault, IOException {
    MasterKeys masters = new MasterKeys(folder, environment, wrapped.suite());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<KeyRing> ring = wrapped.ring(candidates(masters));
      if (ring.isPresent()) {
        if (Files.exists(folder.nextMasterKey())) {
          settle(folder, masters, wrapped);
        }
        return ring.get();
      }
    }
    throw new HomeFault(
        "主密钥与此目录不符：若已轮换，请提供轮换后的主密钥",
        "the master key does not belong to this home: where it was rotated, give the one of"
            + " afterwards");
  }

  private static List<MasterKey> candidates(MasterKeys masters) throws HomeFault {
    List<MasterKey> candidates = new ArrayList<>();
    candidates.add(masters.read());
    masters.next().ifPresent(candidates::add);
    return candidates;
  }

  private static void settle(HomeFolder folder, MasterKeys masters, WrappedKeys wrapped)
      throws HomeFault, IOException {
    Optional<Lock> lock = Lock.take(folder);
    if (lock.isPresent()) {
      try (Lock held = lock.get()) {
        settle(held, folder, masters, wrapped);
      }
    }
  }

  /** With nobody changing the key: the file of the next one becomes the key, or goes. */
  private static void settle(Lock held, HomeFolder folder, MasterKeys masters, WrappedKeys wrapped)
      throws HomeFault, IOException {
    List<KeyRing.Wrapped> ring = wrapped.all();
    Optional<MasterKey> next = masters.next();
    if (next.isPresent() && KeyRing.opens(wrapped.suite(), next.get(), ring)) {
      masters.turn();
    } else if (KeyRing.opens(wrapped.suite(), masters.read(), ring)) {
      Files.deleteIfExists(folder.nextMasterKey());
    }
  }

  /**
   * Begins: the next key is there and lasts, nothing is wrapped under it yet.
   *
   * @param wanted where it is to be kept, as {@link MasterKeys#drawNext} reads it
   */
  static MasterRotation begin(
      HomeFolder folder,
      Map<String, String> environment,
      WrappedKeys wrapped,
      Optional<String> wanted)
      throws HomeFault, IOException {
    MasterKeys masters = new MasterKeys(folder, environment, wrapped.suite());
    Lock lock =
        Lock.take(folder)
            .orElseThrow(
                () -> new HomeFault("另一个进程正在轮换主密钥", "another process is changing the master key"));
    boolean begun = false;
    try {
      List<KeyRing.Wrapped> before = wrapped.all();
      MasterKey current = masters.read();
      MasterKey next = masters.drawNext(wanted);
      if (KeyRing.opens(wrapped.suite(), next, before)) {
        throw new HomeFault(
            "新的主密钥与现在的相同：请另取一个（openssl rand -hex 32，或令牌中的另一个名字）",
            "the next master key is the present one: take another (openssl rand -hex 32, or another"
                + " label in the token)");
      }
      List<KeyRing.Wrapped> after = KeyRing.rewrap(wrapped.suite(), current, next, before);
      begun = true;
      return new MasterRotation(masters, wrapped, lock, before, after, masters.nextPlace().id());
    } catch (WrongKey e) {
      throw new HomeFault(new Words("主密钥与此目录不符", "the master key does not belong to this home"), e);
    } finally {
      if (!begun) {
        lock.close();
      }
    }
  }

  /** The keys as they are kept. */
  public List<KeyRing.Wrapped> before() {
    return before;
  }

  /** The same keys under the next master key. */
  public List<KeyRing.Wrapped> after() {
    return after;
  }

  /**
   * Where the next master key is kept: {@code file}, {@code environment}, {@code command} or {@code
   * pkcs11}.
   */
  public String place() {
    return place;
  }

  /** Lets the next key take the place of the old one, once the ring is wrapped under it. */
  public void finish() throws IOException {
    if (!java.util.Arrays.deepEquals(bytes(wrapped.all()), bytes(after))) {
      throw new IllegalStateException("the ring is not wrapped under the next key");
    }
    masters.turn();
  }

  private static byte[][] bytes(List<KeyRing.Wrapped> keys) {
    return keys.stream().map(KeyRing.Wrapped::bytes).toArray(byte[][]::new);
  }

  /** Lets others change the key; what was not finished is settled by the next opening. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
