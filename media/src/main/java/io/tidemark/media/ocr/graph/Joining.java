package io.tidemark.media.ocr.graph;

import java.util.List;
import java.util.Optional;

/**
 * Joins the small steps of a network. PP-OCRv4 was trained with a number to multiply by and one to
 * add after every convolution and after every activation (PP-LCNetV3), and its hard swish (Howard
 * et al., "Searching for MobileNetV3", ICCV 2019) was exported as four steps. Each of these reads
 * and writes all that lies between two layers, which takes two thirds of the time. So
 *
 * <ul>
 *   <li>what follows a convolution goes into its weights; so does what precedes one without a
 *       margin (a margin is of zeros, to which nothing was added);
 *   <li>{@code x * clip(x + 3, 0, 6) / 6} becomes {@code x * hard-sigmoid(x)}; its second factor,
 *       and whatever is left to multiply and add, are convolutions of one pixel and one channel,
 *       which ONNX Runtime keeps in its own order of channels and joins with the activation;
 *   <li>{@code x + x * h}, where h has one number a channel, becomes {@code x * (h + 1)}.
 * </ul>
 */
public final class Joining {
  private static final float SIX = 6;
  private static final float HALF = .5f;

  private final Graph graph;

  private Joining(Graph graph) {
    this.graph = graph;
  }

  /**
   * The same network in fewer steps.
   *
   * @param model in the form of ONNX
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] joined(byte[] model) {
    Graph graph = Graph.read(model);
    Joining joining = new Joining(graph);
    for (Node conv : graph.all("Conv")) {
      joining.conv(conv);
    }
    graph.all("Mul").forEach(joining::excited);
    return graph.written();
  }

  /** Two steps: times one number and plus another. */
  private record Shift(Node times, Node plus, float factor, float more) {}

  private Optional<Shift> shift(String value) {
    Optional<Node> times = graph.next(value, "Mul");
    Optional<Node> plus = times.flatMap(node -> graph.next(node.output(), "Add"));
    Optional<Float> factor = times.flatMap(node -> graph.number(node, value));
    Optional<Float> more = plus.flatMap(node -> graph.number(node, times.get().output()));
    return factor.isPresent() && more.isPresent()
        ? Optional.of(new Shift(times.get(), plus.get(), factor.get(), more.get()))
        : Optional.empty();
  }

  private void conv(Node conv) {
    Optional<Tensor> weights = graph.constant(conv.inputs().get(1));
    Optional<Tensor> bias = bias(conv);
    if (weights.isPresent() && bias.isPresent()) {
      shift(conv.output())
          .ifPresent(
              shift -> {
                rewrite(
                    conv,
                    weights.get().times(shift.factor(), 0),
                    bias.get().times(shift.factor(), shift.more()));
                graph.remove(shift.times(), shift.plus());
                conv.answer(shift.plus().output());
              });
      swish(conv.output(), (int) weights.get().shape()[0]);
    }
  }

  private void rewrite(Node conv, Tensor weights, Tensor bias) {
    conv.read(conv.inputs().get(0), graph.keep(weights), graph.keep(bias));
  }

  /** A convolution's bias, zeros where it has none; empty if it is not constant. */
  private Optional<Tensor> bias(Node conv) {
    return conv.inputs().size() > 2
        ? graph.constant(conv.inputs().get(2))
        : graph
            .constant(conv.inputs().get(1))
            .map(weights -> Tensor.all((int) weights.shape()[0], 0));
  }

  /** A step that reads a value and one number. */
  private Optional<Node> reading(String value, String operator, float number) {
    return graph.readers(value).stream()
        .filter(node -> node.is(operator))
        .filter(node -> graph.number(node, value).equals(Optional.of(number)))
        .findFirst();
  }

  private void swish(String x, int channels) {
    List<Node> both = graph.readers(x);
    Optional<Node> plus = reading(x, "Add", SIX / 2);
    Optional<Node> clip =
        plus.flatMap(node -> graph.next(node.output(), "Clip")).filter(this::upToSix);
    Optional<Node> times =
        clip.flatMap(node -> graph.next(node.output(), "Mul")).filter(both::contains);
    Optional<Node> part =
        times
            .flatMap(node -> graph.next(node.output(), "Div"))
            .filter(node -> reading(times.get().output(), "Div", SIX).isPresent());
    if (part.isPresent() && both.size() == 2) {
      Node mul = times.get();
      Node same = channelwise(x, graph.name(), channels, 1, 0);
      Node sigmoid =
          Node.of("HardSigmoid", graph.name(), same.output())
              .with("alpha", 1 / SIX)
              .with("beta", HALF);
      graph.before(mul, same);
      graph.before(mul, sigmoid);
      graph.remove(plus.get(), clip.get(), part.get());
      mul.read(x, sigmoid.output());
      mul.answer(part.get().output());
      shift(mul.output()).ifPresent(shift -> onward(mul, shift, channels));
    }
  }

  private boolean upToSix(Node clip) {
    List<Float> ends =
        clip.inputs().stream()
            .skip(1)
            .flatMap(input -> graph.constant(input).stream())
            .filter(Tensor::single)
            .map(end -> end.values()[0])
            .toList();
    return ends.equals(List.of(0f, SIX));
  }

  /** A shift after an activation goes into the convolution that follows, or becomes one. */
  private void onward(Node mul, Shift shift, int channels) {
    String answer = shift.plus().output();
    Optional<Node> conv =
        graph
            .next(answer, "Conv")
            .filter(next -> next.wholes("pads").stream().allMatch(pad -> pad == 0));
    Optional<Tensor> weights = conv.flatMap(next -> graph.constant(next.inputs().get(1)));
    Optional<Tensor> bias = conv.flatMap(this::bias);
    graph.remove(shift.times(), shift.plus());
    if (weights.isPresent() && bias.isPresent()) {
      mul.answer(answer);
      rewrite(
          conv.get(),
          weights.get().times(shift.factor(), 0),
          bias.get().plus(weights.get().sums(), shift.more()));
    } else {
      graph.after(mul, channelwise(mul.output(), answer, channels, shift.factor(), shift.more()));
    }
  }

  private Node channelwise(String input, String output, int channels, float factor, float more) {
    Tensor weights =
        new Tensor(new long[] {channels, 1, 1, 1}, Tensor.all(channels, factor).values());
    return Node.of(
            "Conv", output, input, graph.keep(weights), graph.keep(Tensor.all(channels, more)))
        .with("group", (long) channels);
  }

  /** Squeeze and excitation beside what it excites (Hu et al., CVPR 2018). */
  private void excited(Node mul) {
    Optional<Node> plus = graph.next(mul.output(), "Add");
    Optional<Node> gate =
        mul.inputs().stream()
            .flatMap(input -> graph.maker(input).stream())
            .filter(node -> node.is("HardSigmoid"))
            .findFirst();
    Optional<String> x = gate.flatMap(node -> mul.beside(node.output()));
    if (plus.isPresent()
        && x.isPresent()
        && plus.get().beside(mul.output()).equals(x)
        && graph.readers(gate.get().output()).size() == 1) {
      Node more =
          Node.of(
              "Add",
              graph.name(),
              gate.get().output(),
              graph.keep(new Tensor(new long[0], new float[] {1})));
      graph.before(mul, more);
      mul.read(x.get(), more.output());
      mul.answer(plus.get().output());
      graph.remove(plus.get());
    }
  }
}
