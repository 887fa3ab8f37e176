package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.authorise.Chains;
import io.tidemark.authorise.Permit;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.MemoryJournal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What the vault opens, for whom, and what it does not. */
final class VaultTest {
  private final KeyRing keys = Contents.keys();
  private final MemoryShelf shelf = new MemoryShelf(keys);
  private final Vault vault = new Vault(keys, shelf);
  private final MemoryJournal journal = new MemoryJournal();

  private SealedRecord seal(Content content) {
    return vault.seal(content, vault.tokens().person(content), Salt.draw());
  }

  private static Permit permit(int people) {
    return Chains.permit("ag-1", Map.of(FieldClass.NAME, Form.PLAIN), people);
  }

  private Receipt receipt(Permit permit) {
    return journal.record(Entry.of("disclosure").line(Vault.PERMIT_LINE, permit.digest()).build());
  }

  private List<OpenedRecord> open(int... numbers) {
    Permit permit = permit(numbers.length);
    try (Opened opened =
        vault.open(permit, receipt(permit), RoaringBitmap.bitmapOf(numbers), Shelf.LATEST)) {
      return opened.records().toList();
    }
  }

  @Property(tries = 300)
  void whatIsSealedOpensAsItWas(
      @ForAll @Size(max = 8) Map<FieldClass, @NotEmpty String> texts, @ForAll boolean doubtful) {
    Content.Builder building = new Content.Builder();
    texts.forEach(
        (field, text) ->
            building.put(
                field, PersonalText.of(text), PersonalText.of(text.strip()), doubtful ? "x" : ""));
    Content content = building.build();
    OpenedRecord opened = open(shelf.put(seal(content))).get(0);
    assertThat(opened.content().original()).isEqualTo(content.original());
    assertThat(opened.content().canonical()).isEqualTo(content.canonical());
    assertThat(opened.content().suspicions()).isEqualTo(content.suspicions());
  }

  @Test
  void aReceiptOfAnotherPermitIsRefused() {
    int number = shelf.put(seal(Contents.policy(1)));
    Receipt receipt = receipt(permit(2));
    Receipt silent = journal.record(Entry.of("disclosure").build());
    for (Receipt wrong : List.of(receipt, silent)) {
      assertThatThrownBy(
              () -> vault.open(permit(1), wrong, RoaringBitmap.bitmapOf(number), Shelf.LATEST))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("names this permit");
    }
  }

  @Test
  void moreRecordsThanThePermitAllowsAreRefused() {
    int one = shelf.put(seal(Contents.policy(1)));
    int two = shelf.put(seal(Contents.policy(2)));
    Permit permit = permit(1);
    Receipt receipt = receipt(permit);
    assertThatThrownBy(
            () -> vault.open(permit, receipt, RoaringBitmap.bitmapOf(one, two), Shelf.LATEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("so many");
  }

  private void doesNotOpen(int number) {
    assertThatThrownBy(() -> open(number))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("altered");
  }

  @Test
  void aFlippedBitAnywhereInTheBoxDoesNotOpen() {
    SealedRecord sealed = seal(Contents.policy(1));
    int number = shelf.put(sealed);
    for (int i = 0; i < sealed.box().length; i++) {
      byte[] box = sealed.box().clone();
      box[i] ^= (byte) (1 << (i % 8));
      shelf.replace(number, with(sealed, box, sealed.salt()));
      doesNotOpen(number);
    }
    shelf.replace(number, with(sealed, new byte[3], sealed.salt()));
    doesNotOpen(number);
  }

  @Test
  void boxesThatWereSwappedDoNotOpen() {
    Salt salt = Salt.draw();
    Content a = Contents.policy(1);
    Content b = Contents.policy(2);
    SealedRecord first = vault.seal(a, vault.tokens().person(a), salt);
    SealedRecord second = vault.seal(b, vault.tokens().person(a), salt);
    int number = shelf.put(with(first, second.box(), salt));
    doesNotOpen(number);
  }

  @Test
  void anEarlierVersionInTheNewOnesPlaceDoesNotOpen() {
    Salt salt = Salt.draw();
    Content before = Contents.policy(1);
    Content after =
        new Content.Builder()
            .put(
                FieldClass.POLICY_NUMBER,
                before.original(FieldClass.POLICY_NUMBER),
                before.canonical(FieldClass.POLICY_NUMBER),
                "")
            .build();
    SealedRecord old = vault.seal(before, vault.tokens().person(before), salt);
    SealedRecord now = vault.seal(after, vault.tokens().person(before), salt);
    assertThat(now.key()).isEqualTo(old.key());
    int number = shelf.put(with(now, old.box(), salt));
    doesNotOpen(number);
  }

  @Test
  void anotherPersonsSaltDoesNotOpen() {
    SealedRecord sealed = seal(Contents.policy(1));
    int number = shelf.put(with(sealed, sealed.box(), Salt.draw()));
    doesNotOpen(number);
  }

  private static SealedRecord with(SealedRecord r, byte[] box, Salt salt) {
    return new SealedRecord(
        r.key(),
        r.person(),
        salt,
        r.version(),
        r.epoch(),
        box,
        r.commitment(),
        r.offers(),
        r.locators());
  }

  @Property(tries = 200)
  void tokensAreEqualExactlyForEqualCanonicalValues(@ForAll String a, @ForAll String b) {
    Tokens tokens = vault.tokens();
    PersonalText one = PersonalText.of(a);
    for (Locator kind : Locator.all()) {
      assertThat(tokens.locator(kind, one)).isEqualTo(tokens.locator(kind, PersonalText.of(a)));
      boolean same = tokens.locator(kind, one) == tokens.locator(kind, PersonalText.of(b));
      assertThat(same).isEqualTo(a.equals(b));
    }
    assertThat(Locator.all().stream().map(kind -> tokens.locator(kind, one)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSamePolicyHasTheSameKeyAndAnotherWordingAnotherVersion() {
    Content policy = Contents.policy(1);
    Content same = Contents.policy(1);
    Content other =
        Contents.of(
            Map.of(
                FieldClass.POLICY_NUMBER,
                policy.canonical(FieldClass.POLICY_NUMBER).reveal(Reveal.INDEX),
                FieldClass.NAME,
                "李四"));
    Tokens tokens = vault.tokens();
    assertThat(tokens.record(same)).isEqualTo(tokens.record(policy));
    assertThat(tokens.version(same)).isEqualTo(tokens.version(policy));
    assertThat(tokens.record(other)).isEqualTo(tokens.record(policy));
    assertThat(tokens.version(other)).isNotEqualTo(tokens.version(policy));
    assertThat(tokens.person(other)).isNotEqualTo(tokens.person(policy));
  }

  @Test
  void aCommitmentOpensItemByItemAndNothingElseOpensIt() {
    SealedRecord sealed = seal(Contents.policy(1));
    OpenedRecord opened = open(shelf.put(sealed)).get(0);
    Commitment whole = opened.commitment();
    assertThat(whole.digest()).isEqualTo(sealed.commitment());
    assertThat(whole.items()).hasSize(9 + opened.offers().size());
    for (int i = 0; i < whole.items().size(); i++) {
      Commitment.Item item = whole.items().get(i);
      Commitment.Opening opening = item.opening().orElseThrow();
      assertThat(item.holds()).isTrue();
      byte[] salt = opening.salt();
      salt[i % 16] ^= 1;
      assertThat(reopened(item, new Commitment.Opening(salt, opening.value())).holds()).isFalse();
      assertThat(
              reopened(item, new Commitment.Opening(opening.salt(), opening.value() + "x")).holds())
          .isFalse();
      assertThat(new Commitment.Item(item.name() + "X", item.hash(), item.opening()).holds())
          .isFalse();
      List<Commitment.Item> others = new ArrayList<>(whole.items());
      others.replaceAll(Commitment.Item::closed);
      others.set(i, item);
      assertThat(new Commitment(others).digest()).isEqualTo(sealed.commitment());
      others.remove(i);
      assertThat(new Commitment(others).digest()).isNotEqualTo(sealed.commitment());
    }
    assertThat(whole.items().stream().map(item -> item.opening().orElseThrow().salt()).toList())
        .doesNotHaveDuplicates();
  }

  private static Commitment.Item reopened(Commitment.Item item, Commitment.Opening opening) {
    return new Commitment.Item(item.name(), item.hash(), Optional.of(opening));
  }

  @Test
  void nothingOfTheTextStandsInWhatIsStoredOrPrinted() {
    Content content = Contents.policy(7);
    SealedRecord sealed = seal(content);
    String box = new String(sealed.box(), StandardCharsets.UTF_8);
    String printed = sealed + " " + content + " " + open(shelf.put(sealed));
    for (PersonalText value : content.original().values()) {
      String text = value.reveal(Reveal.TRACE);
      assertThat(box).doesNotContain(text);
      assertThat(printed).doesNotContain(text);
    }
    byte[] again = seal(content).box();
    assertThat(again).isNotEqualTo(sealed.box());
  }

  @Test
  void aNonceIsOfOneDisclosureAndOnePerson() {
    int one = shelf.put(seal(Contents.policy(1)));
    int two = shelf.put(seal(Contents.policy(2)));
    DisclosureId first = DisclosureId.random();
    byte[] nonce = vault.nonce(shelf.stored(one), first);
    assertThat(nonce).hasSize(16).isEqualTo(vault.nonce(shelf.stored(one), first));
    assertThat(nonce).isNotEqualTo(vault.nonce(shelf.stored(one), DisclosureId.random()));
    assertThat(nonce).isNotEqualTo(vault.nonce(shelf.stored(two), first));
  }

  @Test
  void theWrongMasterKeyIsRefused() {
    MasterKey master = MasterKey.parse(Suite.INTERNATIONAL, MasterKey.draw());
    List<KeyRing.Wrapped> wrapped = KeyRing.draw(Suite.INTERNATIONAL, master);
    assertThatThrownBy(
            () ->
                KeyRing.open(
                    Suite.INTERNATIONAL,
                    MasterKey.parse(Suite.INTERNATIONAL, MasterKey.draw()),
                    wrapped))
        .isInstanceOf(WrongKey.class);
    List<KeyRing.Wrapped> exchanged = new ArrayList<>(wrapped);
    exchanged.set(0, new KeyRing.Wrapped(KeyRing.Use.DATA, wrapped.get(1).bytes()));
    assertThatThrownBy(() -> KeyRing.open(Suite.INTERNATIONAL, master, exchanged))
        .isInstanceOf(WrongKey.class);
    assertThatThrownBy(
            () -> KeyRing.open(Suite.INTERNATIONAL, master, wrapped.subList(1, wrapped.size())))
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aMasterKeyOfAnotherLengthIsRefusedWithoutShowingIt() {
    for (String wrong :
        List.of("", "abcd", MasterKey.draw().substring(2), "zz" + MasterKey.draw())) {
      assertThatThrownBy(() -> MasterKey.parse(Suite.INTERNATIONAL, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a master key is written as 64 hexadecimal digits");
    }
  }

  @Test
  void everyUseAndEveryNameHasAKeyOfItsOwn() {
    List<String> all = new ArrayList<>();
    for (KeyRing.Use use : Suite.INTERNATIONAL.uses()) {
      all.add(java.util.Arrays.toString(keys.key(use)));
      all.add(java.util.Arrays.toString(keys.derive(use, "a")));
      all.add(java.util.Arrays.toString(keys.derive(use, "b")));
    }
    assertThat(all).doesNotHaveDuplicates();
  }
}
