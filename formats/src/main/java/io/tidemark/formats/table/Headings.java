package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Which heading means which field, in Chinese and English; width, case, spaces and punctuation are
 * ignored, and so is a remark in brackets: 手机号（必填） is 手机号. Immutable, thread-safe.
 */
public final class Headings {
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BRACKETED = Pattern.compile("[(\\[【〔].*?[)\\]】〕]");

  /** Longer texts are no headings. */
  public static final int LONGEST = 64;

  private static final int MAPPING_BYTES = 1 << 20;
  private static final Headings BUILT_IN = builtIn();

  private final Map<String, Kind> kinds;

  private Headings(Map<String, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /** The headings that are known without a mapping ({@code headings.yaml} of this module). */
  public static Headings usual() {
    return BUILT_IN;
  }

  /**
   * These and those of a mapping file, which go first.
   *
   * @param mapping YAML, one {@code heading: field} a line, the field by its Chinese heading or its
   *     English name, such as {@code 客户: 姓名}
   * @throws Unreadable naming the line, when it is no such mapping
   */
  public Headings with(Path mapping) throws Unreadable {
    Map<String, Kind> all = new HashMap<>(kinds);
    for (NodeTuple entry : mappingIn(mapping).getValue()) {
      String heading = scalar(mapping, entry.getKeyNode());
      String field = scalar(mapping, entry.getValueNode());
      all.put(
          plain(heading),
          named(field)
              .map(Kind::of)
              .orElseThrow(
                  () ->
                      unreadable(
                          mapping,
                          entry.getValueNode(),
                          "没有这个字段类别",
                          "there is no such field class")));
    }
    return new Headings(all);
  }

  /** These and others, which go first: what headings mean, as {@link #plain} or as written. */
  public Headings with(Map<String, Kind> others) {
    Map<String, Kind> all = new HashMap<>(kinds);
    others.forEach((heading, kind) -> all.put(plain(heading), kind));
    return new Headings(all);
  }

  /** The field that a heading means, when it is known and is one that is kept. */
  public Optional<FieldClass> field(String heading) {
    return kind(heading).flatMap(Kind::field);
  }

  /** What a heading means, when it is known. */
  public Optional<Kind> kind(String heading) {
    return knownAs(heading).map(kinds::get);
  }

  /** The form, as {@link #plain} gives it, under which a heading is known here. */
  public Optional<String> knownAs(String heading) {
    if (heading.length() > LONGEST) {
      return Optional.empty();
    }
    String narrow = Normalizer.normalize(heading, Normalizer.Form.NFKC);
    String whole = plain(narrow);
    return kinds.containsKey(whole)
        ? Optional.of(whole)
        : Optional.of(plain(BRACKETED.matcher(narrow).replaceAll(""))).filter(kinds::containsKey);
  }

  /** How many of these cells are known headings. */
  int known(List<String> cells) {
    return (int) cells.stream().filter(cell -> kind(cell).isPresent()).count();
  }

  private static Optional<FieldClass> named(String field) {
    for (FieldClass candidate : FieldClass.values()) {
      if (plain(candidate.zh()).equals(plain(field))
          || plain(candidate.en()).equals(plain(field))
          || plain(candidate.name()).equals(plain(field))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** A heading as headings are compared: half width, lower case, letters and digits only. */
  public static String plain(String heading) {
    String narrow = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NEITHER_LETTER_NOR_DIGIT.matcher(narrow).replaceAll("");
  }

  private static Headings builtIn() {
    try (InputStream in =
            Objects.requireNonNull(Headings.class.getResourceAsStream("headings.yaml"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      MappingNode root = (MappingNode) compose(reader).orElseThrow();
      Map<String, Kind> kinds = new HashMap<>();
      for (NodeTuple entry : root.getValue()) {
        FieldClass field =
            FieldClass.named(((ScalarNode) entry.getKeyNode()).getValue()).orElseThrow();
        kinds.put(plain(field.zh()), Kind.of(field));
        kinds.put(plain(field.en()), Kind.of(field));
        for (Node synonym : ((SequenceNode) entry.getValueNode()).getValue()) {
          kinds.put(plain(((ScalarNode) synonym).getValue()), Kind.of(field));
        }
      }
      return new Headings(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Node> compose(Reader reader) {
    return new Compose(LoadSettings.builder().build()).composeReader(reader);
  }

  private static MappingNode mappingIn(Path file) throws Unreadable {
    try {
      if (Files.size(file) > MAPPING_BYTES) {
        throw Unreadable.file(file, new Words("映射文件过大", "the mapping is too large"));
      }
      try (Reader reader = Files.newBufferedReader(file)) {
        Optional<Node> root = compose(reader);
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
          return mapping;
        }
      }
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      throw new Unreadable(file, line, 0, new Words("不是有效的 YAML", "it is no valid YAML"));
    } catch (IOException | YamlEngineException e) {
      throw Unreadable.file(file, new Words("无法读取映射文件", "the mapping cannot be read"));
    }
    throw Unreadable.file(
        file, new Words("应为“表头: 字段类别”", "expected lines of `heading: field class`"));
  }

  private static String scalar(Path file, Node node) throws Unreadable {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw unreadable(file, node, "应为“表头: 字段类别”", "expected `heading: field class`");
  }

  private static Unreadable unreadable(Path file, Node node, String zh, String en) {
    Optional<Mark> mark = node.getStartMark();
    return new Unreadable(file, mark.map(m -> m.getLine() + 1L).orElse(0L), 0, new Words(zh, en));
  }
}
