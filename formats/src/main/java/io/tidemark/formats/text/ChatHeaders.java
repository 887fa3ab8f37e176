package io.tidemark.formats.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines by which WeChat, QQ and similar programs say who wrote a message and when. Which forms
 * a file has is told from its first lines; a line of such a form is then a header, so that neither
 * a sender nor a moment is taken for a customer's. Immutable.
 */
public final class ChatHeaders {
  private static final String DATE =
      "(?:(?:(?:19|20)?\\d{2}[-/.年])?\\d{1,2}[-/.月]\\d{1,2}[日号]?" + "|(?:周|星期)[一二三四五六日天]|昨天|今天|前天)";
  private static final String TIME =
      "(?:(?:[上下]午|凌晨|早上|中午|晚上) ?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,3})?(?: ?[AaPp][Mm])?";
  private static final String MOMENT = "(" + DATE + "[T, ]{1,3}" + TIME + ")";
  private static final String SENDER = "([^\\t,，;；|:：]{1,60}?)";

  /** A form in which a header is written. */
  private enum Form {
    /** 张三 2026/11/1 10:22:33, the message below. */
    SENDER_FIRST("^" + SENDER + " {1,4}" + MOMENT + "\\s*$", 1, 2, 0),
    /** 2026-11-01 10:22:33 张三(12345), the message below. */
    MOMENT_FIRST("^\\[?" + MOMENT + "\\]? {1,4}" + SENDER + "\\s*$", 2, 1, 0),
    /** [2026-11-01 10:22] 张三: the message. */
    ONE_LINE("^\\[?" + MOMENT + "\\]?[ -]{0,4}" + SENDER + "[:：] ?(.*)$", 2, 1, 3),
    /** [10:22] 张三: the message. */
    TIME_ONLY("^[\\[(（](" + TIME + ")[\\])）] {0,4}" + SENDER + "[:：] ?(.*)$", 2, 1, 3),
    /** 张三 [2026-11-01 10:22]: the message. */
    SENDER_THEN_MOMENT("^" + SENDER + " {0,4}[\\[(（]?" + MOMENT + "[\\])）]?[:：] ?(.*)$", 1, 2, 3);

    private final Pattern pattern;
    private final int sender;
    private final int moment;
    private final int content;

    Form(String regex, int sender, int moment, int content) {
      this.pattern = Pattern.compile(regex);
      this.sender = sender;
      this.moment = moment;
      this.content = content;
    }
  }

  /**
   * What a header says.
   *
   * @param content the message that stands on the same line; empty when it stands below
   */
  record Header(String sender, String content) {}

  private static final int LONGEST = 200;
  private static final Pattern ACCOUNT = Pattern.compile("[(（<][^()（）<>]{1,60}[)）>]\\s*$");

  private final List<Form> forms;

  private ChatHeaders(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /** The headers of a text that begins with these lines; none when it is no chat export. */
  public static ChatHeaders in(List<String> sample) {
    List<Form> forms = new ArrayList<>();
    for (Form form : Form.values()) {
      if (written(form, sample)) {
        forms.add(form);
      }
    }
    return new ChatHeaders(forms);
  }

  /** Whether the text is an export of a chat. */
  public boolean any() {
    return !forms.isEmpty();
  }

  /**
   * Whether the sample has headers of this form: one whose sender is no customer, or two of one
   * sender at different moments; and, where the message stands below, a message below one.
   */
  private static boolean written(Form form, List<String> sample) {
    boolean somebody = false;
    boolean message = form.content > 0;
    Map<String, Set<String>> moments = new HashMap<>();
    for (int i = 0; i < sample.size(); i++) {
      Optional<Matcher> header = match(form, sample.get(i));
      if (header.isPresent()) {
        String sender = header.get().group(form.sender);
        Set<String> at = moments.computeIfAbsent(sender, any -> new HashSet<>());
        at.add(header.get().group(form.moment));
        somebody |= at.size() > 1 || !numbered(sender);
        message |= i + 1 < sample.size() && match(form, sample.get(i + 1)).isEmpty();
      }
    }
    return somebody && message;
  }

  private static Optional<Matcher> match(Form form, String line) {
    Matcher matcher = form.pattern.matcher(line);
    boolean wanted = form.content > 0 || line.length() <= LONGEST;
    return wanted && matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  /** The account behind a sender's name (12345) is a number, but no customer's. */
  private static boolean numbered(String sender) {
    return PieceFinder.find(ACCOUNT.matcher(sender).replaceFirst("")).stream()
        .anyMatch(Piece::identifies);
  }

  /** The header that {@code line} is or begins with. */
  Optional<Header> of(String line) {
    for (Form form : forms) {
      Optional<Matcher> header = match(form, line);
      if (header.isPresent()) {
        Matcher found = header.get();
        String content = form.content == 0 ? "" : found.group(form.content);
        return Optional.of(new Header(found.group(form.sender).strip(), content));
      }
    }
    return Optional.empty();
  }
}
