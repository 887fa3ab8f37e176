package io.tidemark.media.ocr.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a network, each after those whose answers it reads. Not thread-safe. */
final class Graph {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int OUTPUT = 12;

  private final Fields model;
  private final Fields graph;
  private final List<String> answers;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> constants = new HashMap<>();
  private int made;

  private Graph(Fields model, Fields graph) {
    this.model = model;
    this.graph = graph;
    this.answers = graph.all(OUTPUT).stream().map(output -> Fields.read(output).text(1)).toList();
    for (byte[] message : graph.all(NODE)) {
      Node node = Node.read(message);
      nodes.add(node);
      node.value().ifPresent(value -> constants.put(node.output(), value));
    }
  }

  /**
   * @throws IllegalArgumentException if these bytes hold no network
   */
  static Graph read(byte[] bytes) {
    Fields model = Fields.read(bytes);
    byte[] graph = model.first(GRAPH).orElseThrow(() -> new IllegalArgumentException("no network"));
    return new Graph(model, Fields.read(graph));
  }

  /** The bytes of what is left; constants that nobody reads any more are not. */
  byte[] written() {
    Set<String> read = new HashSet<>(answers);
    nodes.forEach(node -> read.addAll(node.inputs()));
    graph.without(NODE);
    for (Node node : nodes) {
      if (!node.is("Constant") || read.contains(node.output())) {
        graph.with(NODE, node.written());
      }
    }
    return model.without(GRAPH).with(GRAPH, graph.written()).written();
  }

  List<Node> all(String operator) {
    return nodes.stream().filter(node -> node.is(operator)).toList();
  }

  /** Who reads a value. */
  List<Node> readers(String value) {
    return nodes.stream().filter(node -> node.reads(value)).toList();
  }

  /** The one step that reads a value, if it is of this kind and nobody else wants the value. */
  Optional<Node> next(String value, String operator) {
    List<Node> readers = readers(value);
    return readers.size() == 1 && !answers.contains(value)
        ? Optional.of(readers.get(0)).filter(node -> node.is(operator))
        : Optional.empty();
  }

  /** Whose answer a value is. */
  Optional<Node> maker(String value) {
    return nodes.stream().filter(node -> node.output().equals(value)).findFirst();
  }

  Optional<Tensor> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  /** The one number that a step reads beside a value. */
  Optional<Float> number(Node node, String value) {
    return node.beside(value)
        .flatMap(this::constant)
        .filter(Tensor::single)
        .map(tensor -> tensor.values()[0]);
  }

  /** A new constant, by its name. */
  String keep(Tensor value) {
    String name = name();
    constants.put(name, value);
    nodes.add(0, Node.constant(name, value));
    return name;
  }

  /** A name that no value has. */
  String name() {
    return "joined." + made++;
  }

  void before(Node node, Node added) {
    nodes.add(nodes.indexOf(node), added);
  }

  void after(Node node, Node added) {
    nodes.add(nodes.indexOf(node) + 1, added);
  }

  void remove(Node... gone) {
    nodes.removeAll(List.of(gone));
  }
}
