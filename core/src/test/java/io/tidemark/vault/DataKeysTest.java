package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Permit;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.MemoryJournal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Data keys come and go; what evidence rests on stays. */
final class DataKeysTest {
  private static final DisclosureId DISCLOSURE = DisclosureId.random();

  private final KeyRing keys = Contents.keys();
  private final MemoryShelf shelf = new MemoryShelf(keys);
  private final Vault vault = new Vault(keys, shelf);
  private final Content policy = Contents.policy(1);
  private final int number = shelf.put(vault.seal(policy, UUID.randomUUID(), Salt.draw()));

  private OpenedRecord opened(Vault by) {
    Permit permit = Chains.permit("ag-1", Map.of(FieldClass.NAME, Form.PLAIN), 1);
    Entry entry = Entry.of("disclosure").line(Vault.PERMIT_LINE, permit.digest()).build();
    try (Opened all =
        by.open(permit, new MemoryJournal().record(entry), shelf.all(), Shelf.LATEST)) {
      return all.records().findFirst().orElseThrow();
    }
  }

  /** A second key takes over, and the first is destroyed. */
  private void rotate() {
    DataKeys.Wrapped second = DataKeys.draw(keys, 2);
    shelf.keep(second);
    vault.readKeysAgain();
    SealedRecord r = shelf.get(number);
    byte[] resealed =
        vault.reseal(new Box(number, 0, r.key(), r.version(), r.salt(), r.epoch(), r.box()));
    shelf.replace(
        number,
        new SealedRecord(
            r.key(),
            r.person(),
            r.salt(),
            r.version(),
            2,
            resealed,
            r.commitment(),
            r.offers(),
            r.locators()));
    shelf.keepOnly(second);
  }

  @Test
  void whatIsSealedAnewOpensAndProvesTheSame() {
    Digest commitment = opened(vault).commitment().digest();
    byte[] nonce = vault.nonce(shelf.stored(number), DISCLOSURE);
    byte[] caseFile = vault.sealCase("c-1", new byte[] {1, 2, 3});
    rotate();
    Vault later = new Vault(keys, shelf);
    assertThat(opened(later).content().bytes()).isEqualTo(policy.bytes());
    assertThat(opened(later).commitment().digest())
        .isEqualTo(commitment)
        .isEqualTo(shelf.get(number).commitment());
    assertThat(later.nonce(shelf.stored(number), DISCLOSURE)).isEqualTo(nonce);
    assertThat(caseFile).satisfies(file -> assertThat(later.openCase("c-1", file)).hasSize(3));
  }

  @Test
  void aVaultThatWasThereBeforeOpensWhatWasSealedAnewAndSealsUnderTheNewKey() {
    Vault other = new Vault(keys, shelf);
    assertThat(opened(other).content().bytes()).isEqualTo(policy.bytes());
    rotate();
    assertThat(opened(other).content().bytes()).isEqualTo(policy.bytes());
    assertThat(other.seal(policy, UUID.randomUUID(), Salt.draw()).epoch()).isEqualTo(2);
  }

  @Test
  void anOldBoxDoesNotOpenOnceItsKeyIsDestroyed() {
    SealedRecord before = shelf.get(number);
    rotate();
    shelf.replace(number, before);
    Vault later = new Vault(keys, shelf);
    assertThatThrownBy(() -> opened(later))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseInstanceOf(WrongKey.class)
        .hasRootCauseMessage("the data key of epoch 1 is not kept any more");
  }

  @Test
  void aKeyOfAnotherEpochIsNotTakenForThisOne() {
    DataKeys.Wrapped first = shelf.dataKeys().get(0);
    shelf.keepOnly(new DataKeys.Wrapped(2, first.bytes()));
    assertThatThrownBy(() -> new Vault(keys, shelf).epoch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("altered");
  }

  @Test
  void anotherMasterKeyWrapsTheSameKeys() throws WrongKey {
    MasterKey old = MasterKey.parse(Suite.INTERNATIONAL, MasterKey.draw());
    MasterKey next = MasterKey.parse(Suite.INTERNATIONAL, MasterKey.draw());
    List<KeyRing.Wrapped> before = KeyRing.draw(Suite.INTERNATIONAL, old);
    List<KeyRing.Wrapped> after = KeyRing.rewrap(Suite.INTERNATIONAL, old, next, before);
    KeyRing same = KeyRing.open(Suite.INTERNATIONAL, next, after);
    for (KeyRing.Use use : Suite.INTERNATIONAL.uses()) {
      assertThat(same.key(use)).isEqualTo(KeyRing.open(Suite.INTERNATIONAL, old, before).key(use));
    }
    assertThatThrownBy(() -> KeyRing.open(Suite.INTERNATIONAL, old, after))
        .isInstanceOf(WrongKey.class);
    assertThatThrownBy(() -> KeyRing.rewrap(Suite.INTERNATIONAL, next, old, before))
        .isInstanceOf(WrongKey.class);
  }
}
