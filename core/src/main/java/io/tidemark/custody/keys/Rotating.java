package io.tidemark.custody.keys;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Box;
import io.tidemark.vault.DataKeys;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Rotation;
import io.tidemark.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changing keys: the master key at once, without a look at the data; the data key batch by batch,
 * while others read and write. Thread-safe.
 */
public final class Rotating {
  private final Register register;
  private final KeyRing keys;
  private final Vault vault;
  private final Rotation rotation;

  /** Changes these keys, recorded in this register. */
  public Rotating(Register register, KeyRing keys, Vault vault, Rotation rotation) {
    this.register = register;
    this.keys = keys;
    this.vault = vault;
    this.rotation = rotation;
  }

  /**
   * What a rotation of the data key did.
   *
   * @param epoch the epoch of the new key
   * @param boxes how many boxes it sealed anew, those of a part that was cut off included
   */
  public record Rotated(int epoch, long boxes) {}

  /** Why this actor may not change keys; the refusal is recorded. */
  public Optional<Refusal> refusal(Actor actor) {
    return register.unlessMay(actor, Act.KEEP_KEYS);
  }

  /**
   * Keeps the keys of the home under another master key from now on. The caller has asked {@link
   * #refusal} before.
   *
   * @param before the keys as they are kept
   * @param after the same keys under the other master key
   * @param place where that one is kept: {@code file}, {@code environment}, {@code command}, {@code
   *     pkcs11}
   * @throws Overtaken when they are kept otherwise by now
   */
  public Receipt master(
      Actor actor, List<KeyRing.Wrapped> before, List<KeyRing.Wrapped> after, String place) {
    return register
        .journal()
        .record(
            register
                .begin("key-rotation", actor)
                .line("of", "master")
                .line("keys", after.size())
                .line("kept-in", place)
                .build(),
            new RingRewrapped(before, after));
  }

  /**
   * Draws a data key, seals every box anew under it, and destroys the older ones; takes up what was
   * cut off. The caller has asked {@link #refusal} before.
   *
   * @param progress told after each batch
   * @throws Overtaken when another process began or ended the same rotation
   */
  public Recorded.Done<Rotated> data(Actor actor, Consumer<Rotation.Progress> progress) {
    progress.accept(begin(actor));
    return goOn(actor, progress).orElseThrow(() -> new Overtaken("the rotation of the data key"));
  }

  /**
   * Begins a rotation of the data key: what is sealed from now on is sealed under the new one.
   * Where one runs, that one. The caller has asked {@link #refusal} before.
   *
   * @throws Overtaken when another process began one at the same moment
   */
  public Rotation.Progress begin(Actor actor) {
    return rotation.running().orElseGet(() -> begun(actor));
  }

  /**
   * Seals anew what a rotation has left, and destroys the older keys; nothing where none runs.
   *
   * @param progress told after each batch; what it throws cuts the rotation off, to be taken up
   * @throws Overtaken when another process ended the same rotation
   */
  public Optional<Recorded.Done<Rotated>> goOn(Actor actor, Consumer<Rotation.Progress> progress) {
    if (rotation.running().isEmpty()) {
      return Optional.empty();
    }
    vault.readKeysAgain();
    rotation.sealAnew(this::resealed, progress);
    Rotation.Progress at =
        rotation.running().orElseThrow(() -> new Overtaken("the rotation of the data key"));
    if (rotation.olderThan(at.epoch()) > 0) {
      throw new IllegalStateException("a box was left under an older key: nothing is destroyed");
    }
    return Optional.of(new Recorded.Done<>(new Rotated(at.epoch(), at.done()), ended(actor, at)));
  }

  private Rotation.Progress begun(Actor actor) {
    vault.readKeysAgain();
    int epoch = vault.epoch() + 1;
    long boxes = rotation.versions();
    register
        .journal()
        .record(
            register
                .begin("key-rotation", actor)
                .line("of", "data")
                .line("state", "begun")
                .line("epoch", epoch)
                .line("boxes", boxes)
                .build(),
            new DataKeyDrawn(DataKeys.draw(keys, epoch), boxes));
    return new Rotation.Progress(epoch, 0, boxes);
  }

  private List<byte[]> resealed(List<Box> boxes) {
    return boxes.parallelStream().map(vault::reseal).toList();
  }

  private Receipt ended(Actor actor, Rotation.Progress at) {
    return register
        .journal()
        .record(
            register
                .begin("key-rotation", actor)
                .line("of", "data")
                .line("state", "ended")
                .line("epoch", at.epoch())
                .line("boxes", at.done())
                .line("destroyed", "before " + at.epoch())
                .build(),
            new DataKeysDestroyed(at.epoch()));
  }
}
