package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** sigstore-java reads what we write, and shows why RFC 9162's last step is asked for. */
class IndependentVerifierTest {
  private static void sigstore(InclusionProof proof, Digest leaf, Digest root) throws Exception {
    List<byte[]> path = proof.path().stream().map(Digest::bytes).toList();
    InclusionProofVerifier.verify(leaf.bytes(), proof.index(), proof.size(), path, root.bytes());
  }

  @Test
  void sigstoreAcceptsOurInclusionProofs() throws Exception {
    for (int size = 1; size < 70; size++) {
      List<Digest> leaves = Trees.leaves(size);
      for (int index = 0; index < size; index++) {
        sigstore(InclusionProof.of(leaves, index), leaves.get(index), Trees.root(leaves));
      }
    }
  }

  @Test
  void leaf2Of3UnderIndex1IsRefusedByUsThoughSigstoreAcceptsIt() throws Exception {
    Vectors.Tree v = Vectors.Tree.read(Vectors.file("inclusion/bad/leaf-2-of-3-under-index-1.txt"));
    InclusionProof proof = new InclusionProof(v.number("index"), v.number("size"), v.path());
    assertThatCode(() -> sigstore(proof, v.hash("leaf"), v.hash("root")))
        .as("sigstore-java 2.0.0 lacks the last step; once it has it, say so in docs")
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> proof.verify(v.hash("leaf"), v.hash("root")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("ends below the root");
  }

  @Test
  void sigstoreReadsOurCheckpoints() throws Exception {
    String note = Files.readString(Vectors.file("checkpoints/good/size-300.note"));
    RekorEntry.Checkpoint read = Checkpoints.from(note);
    Checkpoint ours =
        Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text());
    assertThat(read.getOrigin()).isEqualTo(ours.origin());
    assertThat(read.getSize()).isEqualTo(ours.size());
    assertThat(Base64.getDecoder().decode(read.getBase64Hash())).isEqualTo(ours.root().bytes());
    assertThat(read.getSignatures()).hasSize(1);
  }
}
