package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The map and its proofs against the tree as it is defined. */
class MapProofTest {
  private static final Comparator<Leaf> BY_KEY =
      Comparator.comparing(leaf -> leaf.key().toString());

  /** People whose keys agree in their first bits as often as {@code crowded} asks. */
  private static List<Leaf> leaves(int people, int seed, int crowded) {
    TreeMap<String, Leaf> leaves = new TreeMap<>();
    for (int i = 0; i < people; i++) {
      Leaf leaf = new Leaf(key(seed, i, crowded), digest("value " + seed + " " + i));
      leaves.put(leaf.key().toString(), leaf);
    }
    return List.copyOf(leaves.values());
  }

  private static Digest key(int seed, int person, int crowded) {
    byte[] key = digest("key " + seed + " " + person).bytes();
    for (int i = 0; i < crowded; i++) {
      key[i] = (byte) (key[i] & 1);
    }
    return Digest.of(key);
  }

  private static Digest digest(String text) {
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The definition, without any of the code under test but the hashes. */
  private static Digest naive(List<Leaf> leaves, int depth) {
    if (leaves.isEmpty()) {
      return Subtree.EMPTY.hash();
    }
    if (leaves.size() == 1) {
      return leaves.get(0).hash();
    }
    return Subtree.node(
        naive(side(leaves, depth, false), depth + 1), naive(side(leaves, depth, true), depth + 1));
  }

  private static List<Leaf> side(List<Leaf> leaves, int depth, boolean right) {
    return leaves.stream().filter(leaf -> Leaf.right(leaf.key().bytes(), depth) == right).toList();
  }

  @Property(tries = 100)
  void theRootFollowsTheDefinition(
      @ForAll @IntRange(max = 200) int people,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(max = 4) int crowded) {
    List<Leaf> leaves = leaves(people, seed, crowded);
    assertThat(Subtree.of(leaves, 0)).isEqualTo(new Subtree(naive(leaves, 0), leaves.size()));
  }

  @Property(tries = 100)
  void everybodyIsProvedAndNobodyElse(
      @ForAll @IntRange(min = 1, max = 120) int people,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(max = 4) int crowded,
      @ForAll @IntRange(max = 119) int which)
      throws LedgerException {
    List<Leaf> leaves = leaves(people, seed, crowded);
    Digest root = naive(leaves, 0);
    Leaf leaf = leaves.get(which % leaves.size());
    MapProof proof = MapProof.of(leaf.key(), List.of(), leaves);
    assertThat(proof.end()).contains(leaf);
    assertThat(MapProof.parse(proof.bytes())).isEqualTo(proof);
    assertThatThrownBy(() -> proof.absent(leaf.key(), root)).isInstanceOf(LedgerException.class);
    Digest stranger = key(seed, 100_000 + which, crowded);
    MapProof absence = MapProof.of(stranger, List.of(), leaves);
    absence.absent(stranger, root);
    assertThat(MapProof.parse(absence.bytes())).isEqualTo(absence);
    assertThatThrownBy(() -> absence.absent(leaf.key(), root)).isInstanceOf(LedgerException.class);
    assertThatThrownBy(
            () -> new MapProof(proof.beside(), Optional.empty()).absent(leaf.key(), root))
        .isInstanceOf(LedgerException.class);
  }

  @Property(tries = 100)
  void aHeadIsProvedAndNoOtherHead(
      @ForAll @IntRange(min = 1, max = 60) int people,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 5) int events)
      throws LedgerException {
    OwnerSecret secret = new OwnerSecret(digest("secret " + seed).bytes());
    Head head = Head.start(secret);
    for (int i = 0; i < events; i++) {
      head = head.after(digest("event " + i));
    }
    Leaf mine = new Leaf(secret.mapKey(), head.value());
    List<Leaf> leaves = new ArrayList<>(leaves(people, seed, 0));
    leaves.add(mine);
    leaves.sort(BY_KEY);
    Digest root = Subtree.of(leaves, 0).hash();
    MapProof proof = MapProof.of(mine.key(), List.of(), leaves);
    proof.present(mine.key(), head, root);
    Head more = head.after(digest("one more"));
    Head counted = new Head(head.events() + 1, head.link());
    assertThatThrownBy(() -> proof.present(mine.key(), more, root))
        .isInstanceOf(LedgerException.class);
    assertThatThrownBy(() -> proof.present(mine.key(), counted, root))
        .isInstanceOf(LedgerException.class);
    Head same = head;
    assertThatThrownBy(() -> proof.present(mine.key(), same, digest("another root")))
        .isInstanceOf(LedgerException.class);
  }

  /** How the store makes one: the upper hashes from a table, the part from the leaves. */
  @Property(tries = 100)
  void aProofOfAPartIsThatOfTheWholeMap(
      @ForAll @IntRange(min = 2, max = 200) int people,
      @ForAll @IntRange(max = 1000) int seed,
      @ForAll @IntRange(max = 199) int which) {
    List<Leaf> leaves = leaves(people, seed, 0);
    Digest key = leaves.get(which % leaves.size()).key();
    List<Digest> above = new ArrayList<>();
    List<Leaf> part = leaves;
    for (int depth = 0; depth < 4; depth++) {
      boolean right = Leaf.right(key.bytes(), depth);
      List<Leaf> own = side(part, depth, right);
      if (own.size() < 2) {
        break;
      }
      above.add(naive(side(part, depth, !right), depth + 1));
      part = own;
    }
    assertThat(MapProof.of(key, above, part)).isEqualTo(MapProof.of(key, List.of(), leaves));
  }

  @Property(tries = 300)
  void noBytesBreakTheParser(@ForAll byte[] bytes) {
    try {
      assertThat(MapProof.parse(bytes).bytes()).isEqualTo(bytes);
    } catch (LedgerException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
