package io.tidemark.media.chat;

import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A conversation read from screenshots. Immutable, thread-safe.
 *
 * <p>Lines that stand close below each other on one ground are a message. It is one's own where its
 * ground has a colour (green or blue in all common programs) or where it keeps to the right. A
 * smaller line close above, or one on another ground, that begins where the message does is the
 * sender's name; a line in the middle that holds a time is none of both. What stands side by side,
 * as in the row of a table, is one message.
 *
 * @param messages in order
 * @param beside all else that the screenshots show: names of senders, times, what stands in the
 *     bars, each text once
 */
public record Conversation(List<Message> messages, List<Message.Place> beside) {
  private static final double NEXT_LINE = 1.6;
  private static final double ALIKE = .65;
  private static final double NAME = .86;
  private static final double ABOVE = 1.9;
  private static final double INDENT = 1.6;

  /** A line that ends so many characters before the longest was ended by who wrote it. */
  private static final double SHORT = 2;

  private static final double COLOUR = .12;
  private static final int SHADE = 10;
  private static final double RIGHT = .35;
  private static final double MIDDLE = .08;
  private static final int LONGEST_TIME = 18;
  private static final Pattern TIME =
      Pattern.compile(".*\\d{1,2}[:：]\\d{2}|.*(昨天|星期.|\\d月\\d{1,2}日).*");

  /** Lines of one message, growing. */
  private static final class Bubble {
    private final List<Line> lines = new ArrayList<>();

    private Line first() {
      return lines.get(0);
    }

    private Line last() {
      return lines.get(lines.size() - 1);
    }

    private boolean takes(Line line) {
      return besides(line) || below(line);
    }

    private boolean besides(Line line) {
      return last().level(line) && line.begin() > last().end() && sameGround(line, last());
    }

    /** Whether some stand side by side. */
    private boolean rows() {
      return IntStream.range(1, lines.size()).anyMatch(i -> lines.get(i - 1).level(lines.get(i)));
    }

    private boolean below(Line line) {
      double thickness = Math.max(line.box().thickness(), last().box().thickness());
      return line.y() - last().y() < NEXT_LINE * thickness
          && line.y() - last().y() > thickness / 2
          && Math.abs(line.begin() - first().begin()) < thickness
          && sameGround(line, last())
          && line.box().thickness() > ALIKE * last().box().thickness()
          && line.box().thickness() * ALIKE < last().box().thickness();
    }
  }

  /** The conversation that these screenshots show, in the order in which they were taken. */
  public static Conversation of(List<Screen> screens) {
    List<Bubble> bubbles = new ArrayList<>();
    List<Line> beside = new ArrayList<>();
    for (Line line : Scroll.of(screens)) {
      if (time(line)) {
        beside.add(line);
      } else {
        if (bubbles.isEmpty() || !bubbles.get(bubbles.size() - 1).takes(line)) {
          bubbles.add(new Bubble());
        }
        bubbles.get(bubbles.size() - 1).lines.add(line);
      }
    }
    List<Message> messages = messages(bubbles, beside);
    beside.addAll(Scroll.bars(screens));
    Set<String> texts = new HashSet<>();
    return new Conversation(
        messages,
        beside.stream()
            .filter(line -> texts.add(line.text()))
            .map(line -> place(line, 0))
            .toList());
  }

  /**
   * Whether a screenshot goes on where the one before ends: of one width, with the same lines
   * further up, eight characters of them at least and more than of lines that only one shows where
   * both should; or whether it is the same once more.
   */
  public static boolean goesOn(Screen before, Screen next) {
    return Overlap.goesOn(before, next);
  }

  /** Whether both may be screenshots of one telephone: of one width, and not of many lines. */
  public static boolean alike(Screen one, Screen other) {
    return Overlap.alike(one, other);
  }

  /**
   * @param names is given the lines that are names
   */
  private static List<Message> messages(List<Bubble> bubbles, List<Line> names) {
    List<Message> messages = new ArrayList<>();
    Optional<Bubble> name = Optional.empty();
    for (int i = 0; i < bubbles.size(); i++) {
      Bubble bubble = bubbles.get(i);
      if (i + 1 < bubbles.size() && names(bubble, bubbles.get(i + 1))) {
        name.ifPresent(one -> messages.add(message(one, Optional.empty())));
        name = Optional.of(bubble);
      } else {
        name.ifPresent(one -> names.add(one.first()));
        messages.add(message(bubble, name));
        name = Optional.empty();
      }
    }
    return List.copyOf(messages);
  }

  /** Whether one line is the name above a message. */
  private static boolean names(Bubble bubble, Bubble next) {
    Line name = bubble.first();
    Line first = next.first();
    double thickness = first.box().thickness();
    return bubble.lines.size() == 1
        && !own(first)
        && (!sameGround(name, first) || name.box().thickness() < NAME * thickness)
        && first.y() - name.y() < ABOVE * thickness
        && Math.abs(first.begin() - name.begin()) < INDENT * thickness;
  }

  private static Message message(Bubble bubble, Optional<Bubble> name) {
    StringBuilder text = new StringBuilder();
    List<Message.Place> places = new ArrayList<>();
    double right = bubble.lines.stream().mapToDouble(Line::end).max().orElse(0);
    boolean rows = bubble.rows();
    Optional<Line> before = Optional.empty();
    for (Line line : bubble.lines) {
      boolean ended = rows;
      if (before.isPresent()) {
        Line last = before.get();
        ended |= right - last.end() > SHORT * last.box().thickness();
        text.append(last.level(line) ? " " : ended ? "\n" : "");
      }
      places.add(place(line, text.length()));
      text.append(line.text());
      before = Optional.of(line);
    }
    return new Message(
        own(bubble.first()),
        name.map(one -> PersonalText.of(one.first().text())),
        PersonalText.of(text.toString()),
        List.copyOf(places));
  }

  private static Message.Place place(Line line, int from) {
    return new Message.Place(from, line.text().length(), line.lead(), line.screen(), line.shown());
  }

  private static boolean own(Line line) {
    return coloured(line) || line.begin() > RIGHT * line.width();
  }

  /** Whether the ground is neither white nor grey nor black. */
  private static boolean coloured(Line line) {
    int rgb = line.shown().ground();
    int most = Math.max(Math.max(rgb >> 16 & 255, rgb >> 8 & 255), rgb & 255);
    int least = Math.min(Math.min(rgb >> 16 & 255, rgb >> 8 & 255), rgb & 255);
    return most - least > COLOUR * 255;
  }

  /** Whether both stand on one colour, but for what compression does to it. */
  private static boolean sameGround(Line one, Line other) {
    for (int bits = 0; bits <= 16; bits += 8) {
      int here = one.shown().ground() >> bits & 255;
      int there = other.shown().ground() >> bits & 255;
      if (Math.abs(here - there) > SHADE) {
        return false;
      }
    }
    return true;
  }

  private static boolean time(Line line) {
    double off = Math.abs((line.begin() + line.end()) / 2 - line.width() / 2.0);
    return off < MIDDLE * line.width()
        && line.text().length() <= LONGEST_TIME
        && TIME.matcher(line.text()).matches();
  }
}
