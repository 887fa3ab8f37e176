package io.tidemark.formats.settings;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML text to its tree of nodes, each with its place. */
final class PlainYaml {
  /** How deep lists and mappings may be nested; the composer recurses into them. */
  static final int DEEPEST = 24;

  private PlainYaml() {}

  /** The root of the one document in the file. */
  static Value root(SettingsFile file, Faults faults) throws BadSettings {
    String text = file.text();
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(SettingsFile.MOST_BYTES).setUseMarks(true).build();
    try {
      Parser parser = new Guard(new ParserImpl(settings, new StreamReader(settings, text)));
      Optional<Node> root = new Composer(settings, parser).getSingleNode();
      if (root.isEmpty()) {
        faults.add(1, 1, "", "文件是空的", "the file is empty");
        throw faults.refusal();
      }
      return new Value(root.get(), "", faults);
    } catch (Elaborate e) {
      faults.add(e.mark, "", e.zh, e.en);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      String problem = String.valueOf(e.getProblem());
      faults.add(mark, "", "不是合法的 YAML（" + problem + "）", "not YAML: " + problem);
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      faults.add(line, 1, "", "有不可见的控制字符", "a control character that YAML does not allow");
    } catch (YamlEngineException e) {
      faults.add(1, 1, "", "不是合法的 YAML", "not YAML");
    }
    throw faults.refusal();
  }

  /** YAML that says more than settings need. */
  private static final class Elaborate extends YamlEngineException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Mark> mark;
    private final String zh;
    private final String en;

    Elaborate(Event event, String zh, String en) {
      super(en);
      this.mark = event.getStartMark();
      this.zh = zh;
      this.en = en;
    }
  }

  /** Refuses anchors, aliases and deep nesting before anything is built from them. */
  private static final class Guard implements Parser {
    private final Parser events;
    private int depth;

    Guard(Parser events) {
      this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
      return events.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
      return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
      return events.hasNext();
    }

    @Override
    public Event next() {
      Event event = events.next();
      if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
        throw new Elaborate(
            event, "设置文件不用锚点（&）和别名（*）", "settings have no anchors (&) and aliases (*)");
      }
      switch (event.getEventId()) {
        case SequenceStart, MappingStart -> deeper(event);
        case SequenceEnd, MappingEnd -> depth--;
        default -> {}
      }
      return event;
    }

    private void deeper(Event event) {
      if (++depth > DEEPEST) {
        throw new Elaborate(event, "嵌套超过 24 层", "nested more than 24 deep");
      }
    }
  }
}
