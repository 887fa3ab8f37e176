package io.tidemark.media.ocr.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static byte[] model(String name) throws IOException {
    try (InputStream in = JoiningTest.class.getResourceAsStream("/models/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void aNetworkIsWrittenAsItWasRead() throws IOException {
    byte[] model = model("ch_PP-OCRv4_det_infer.onnx");
    assertThat(Fields.read(model).written()).isEqualTo(model);
  }

  @Test
  void theSmallStepsAreJoined() throws IOException {
    for (String name : List.of("ch_PP-OCRv4_det_infer.onnx", "ch_PP-OCRv4_rec_infer.onnx")) {
      byte[] model = model(name);
      Graph joined = Graph.read(Joining.joined(model));
      assertThat(Graph.read(model).all("Clip")).as(name).hasSizeGreaterThan(20);
      assertThat(joined.all("Clip")).as(name).isEmpty();
      assertThat(2 * small(joined)).as(name).isLessThan(small(Graph.read(model)));
    }
  }

  private static int small(Graph graph) {
    return graph.all("Mul").size() + graph.all("Add").size() + graph.all("Div").size();
  }

  /** Times 2, plus 3 in a convolution of one channel that others read as well. */
  @Test
  void whatIsReadElsewhereStays() {
    Tensor two = new Tensor(new long[] {1, 1, 1, 1}, new float[] {2});
    Tensor one = new Tensor(new long[0], new float[] {3});
    Fields graph = new Fields();
    for (Node node :
        List.of(
            Node.constant("w", two),
            Node.constant("n", one),
            Node.of("Conv", "c", "x", "w"),
            Node.of("Mul", "m", "c", "n"),
            Node.of("Add", "a", "m", "n"),
            Node.of("Add", "y", "a", "c"))) {
      graph.with(1, node.written());
    }
    graph.with(12, new Fields().with(1, "y").written());
    Graph joined = Graph.read(Joining.joined(new Fields().with(7, graph.written()).written()));
    assertThat(joined.all("Mul")).hasSize(1);
    assertThat(joined.all("Add")).hasSize(2);
  }

  @Test
  void whatIsNoNetworkIsSaidToBeNone() {
    assertThatThrownBy(() -> Joining.joined(new byte[0])).hasMessage("no network");
    assertThatThrownBy(() -> Joining.joined(new byte[] {10, 100}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void bytesOfAnyKindAreReadOrRefused(@ForAll byte[] bytes) {
    Throwable thrown = catchThrowable(() -> Fields.read(bytes));
    if (thrown == null) {
      assertThat(Fields.read(Fields.read(bytes).written()).written())
          .isEqualTo(Fields.read(bytes).written());
    } else {
      assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
