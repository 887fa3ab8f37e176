package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleProofsTest {
  private static final List<Digest> LEAVES = Trees.leaves(600);

  @Property(tries = 200)
  void theRootBuilderFollowsTheDefinition(@ForAll @IntRange(max = 600) int size) {
    RootBuilder builder = new RootBuilder();
    LEAVES.subList(0, size).forEach(builder::add);
    assertThat(builder.root()).isEqualTo(Trees.root(LEAVES.subList(0, size)));
    assertThat(builder.size()).isEqualTo(size);
  }

  @Property(tries = 300)
  void everyInclusionProofVerifiesAndNoChangedOneDoes(
      @ForAll @IntRange(min = 1, max = 600) int size,
      @ForAll int place,
      @ForAll @IntRange(max = 255) int bit)
      throws Exception {
    int index = Math.floorMod(place, size);
    List<Digest> leaves = LEAVES.subList(0, size);
    Digest root = Trees.root(leaves);
    InclusionProof proof = InclusionProof.of(leaves, index);
    proof.verify(leaves.get(index), root);
    refused(proof, Trees.changed(leaves.get(index), bit), root);
    refused(proof, leaves.get(index), Trees.changed(root, bit));
    if (size > 1) {
      long other = (index + 1) % size;
      refused(new InclusionProof(other, size, proof.path()), leaves.get(index), root);
      refused(new InclusionProof(index, size, changed(proof.path(), bit)), leaves.get(index), root);
    }
    refused(new InclusionProof(index, size, longer(proof.path())), leaves.get(index), root);
  }

  @Property(tries = 300)
  void everyConsistencyProofVerifiesAndNoChangedOneDoes(
      @ForAll @IntRange(min = 2, max = 600) int to,
      @ForAll int place,
      @ForAll @IntRange(max = 255) int bit)
      throws Exception {
    int from = 1 + Math.floorMod(place, to - 1);
    Digest older = Trees.root(LEAVES.subList(0, from));
    Digest newer = Trees.root(LEAVES.subList(0, to));
    ConsistencyProof proof = ConsistencyProof.of(new ListedHashes(LEAVES), from, to);
    proof.verify(older, newer);
    refused(proof, Trees.changed(older, bit), newer);
    refused(proof, older, Trees.changed(newer, bit));
    refused(new ConsistencyProof(from, to, changed(proof.path(), bit)), older, newer);
    refused(new ConsistencyProof(from, to, longer(proof.path())), older, newer);
  }

  private static List<Digest> changed(List<Digest> path, int bit) {
    List<Digest> changed = new ArrayList<>(path);
    changed.set(bit % path.size(), Trees.changed(path.get(bit % path.size()), bit));
    return changed;
  }

  private static List<Digest> longer(List<Digest> path) {
    List<Digest> longer = new ArrayList<>(path);
    longer.add(Merkle.EMPTY);
    return longer;
  }

  private static void refused(InclusionProof proof, Digest leaf, Digest root) {
    assertThatThrownBy(() -> proof.verify(leaf, root)).isInstanceOf(LedgerException.class);
  }

  private static void refused(ConsistencyProof proof, Digest older, Digest newer) {
    assertThatThrownBy(() -> proof.verify(older, newer)).isInstanceOf(LedgerException.class);
  }

  @Test
  void anIndexOutsideTheTreeHasNoProof() {
    assertThatThrownBy(() -> InclusionProof.of(LEAVES, 600))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> InclusionProof.of(LEAVES, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aProofInATreeOfTwoToTheSixtyIsVerified() throws Exception {
    long size = (1L << 60) + 3;
    HashReader sameEverywhere = (level, index) -> Merkle.EMPTY;
    InclusionProof proof = InclusionProof.of(sameEverywhere, size - 1, size);
    proof.verify(Merkle.EMPTY, sameEverywhere.root(0, size));
    refused(
        new InclusionProof(size - 2, size, proof.path()),
        Merkle.EMPTY,
        sameEverywhere.root(0, size));
  }
}
