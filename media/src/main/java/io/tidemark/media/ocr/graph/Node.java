package io.tidemark.media.ocr.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One step of a network with one answer. Not thread-safe. */
final class Node {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int OPERATOR = 4;
  private static final int ATTRIBUTE = 5;
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int WHOLE = 3;
  private static final int CONSTANT = 5;
  private static final int WHOLES = 8;
  private static final int TYPE = 20;
  private static final long IS_REAL = 1;
  private static final long IS_WHOLE = 2;
  private static final long IS_CONSTANT = 4;

  private final Fields fields;
  private final String operator;
  private List<String> inputs;
  private List<String> outputs;

  private Node(Fields fields, String operator, List<String> inputs, List<String> outputs) {
    this.fields = fields;
    this.operator = operator;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  static Node read(byte[] message) {
    Fields fields = Fields.read(message);
    return new Node(fields, fields.text(OPERATOR), fields.texts(INPUT), fields.texts(OUTPUT));
  }

  static Node of(String operator, String output, String... inputs) {
    Fields fields = new Fields().with(OPERATOR, operator);
    return new Node(fields, operator, Arrays.asList(inputs), List.of(output));
  }

  static Node constant(String output, Tensor value) {
    Fields attribute = new Fields().with(NAME, "value").with(CONSTANT, value.written());
    return of("Constant", output).with(attribute.with(TYPE, IS_CONSTANT));
  }

  Node with(String name, float value) {
    return with(new Fields().with(NAME, name).with(REAL, value).with(TYPE, IS_REAL));
  }

  Node with(String name, long value) {
    return with(new Fields().with(NAME, name).with(WHOLE, value).with(TYPE, IS_WHOLE));
  }

  private Node with(Fields attribute) {
    fields.with(ATTRIBUTE, attribute.written());
    return this;
  }

  boolean is(String wanted) {
    return operator.equals(wanted);
  }

  List<String> inputs() {
    return inputs;
  }

  String output() {
    return outputs.get(0);
  }

  boolean reads(String value) {
    return inputs.contains(value);
  }

  void read(String... values) {
    inputs = Arrays.asList(values);
  }

  void answer(String value) {
    outputs = List.of(value);
  }

  /** Of a step that reads two values, the one beside this. */
  Optional<String> beside(String input) {
    List<String> others = new ArrayList<>(inputs);
    return others.size() == 2 && others.remove(input)
        ? Optional.of(others.get(0))
        : Optional.empty();
  }

  /** The whole numbers of an attribute; none where it has none. */
  List<Long> wholes(String name) {
    return fields.all(ATTRIBUTE).stream()
        .map(Fields::read)
        .filter(attribute -> attribute.text(NAME).equals(name))
        .flatMap(attribute -> attribute.numbers(WHOLES).stream())
        .toList();
  }

  /** The numbers of a constant. */
  Optional<Tensor> value() {
    return is("Constant")
        ? fields
            .first(ATTRIBUTE)
            .flatMap(one -> Fields.read(one).first(CONSTANT))
            .flatMap(Tensor::read)
        : Optional.empty();
  }

  byte[] written() {
    fields.without(INPUT).without(OUTPUT);
    inputs.forEach(input -> fields.with(INPUT, input));
    outputs.forEach(output -> fields.with(OUTPUT, output));
    return fields.written();
  }
}
