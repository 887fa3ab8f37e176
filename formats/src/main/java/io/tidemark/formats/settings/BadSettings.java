package io.tidemark.formats.settings;

import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A settings file with mistakes; nothing of it holds. */
public final class BadSettings extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<Fault> faults;
  private final boolean more;

  BadSettings(String file, List<Fault> faults, boolean more) {
    super(sentences(file, faults, more, Language.EN));
    this.file = file;
    this.faults = List.copyOf(faults);
    this.more = more;
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** The mistakes in the order of the file: at least one, at most {@link Faults#MOST}. */
  public List<Fault> faults() {
    return faults;
  }

  /** Whether there are more mistakes than {@link #faults} lists. */
  public boolean more() {
    return more;
  }

  /** The mistakes, one a line, each with the file's name. */
  public String in(Language language) {
    return sentences(file, faults, more, language);
  }

  private static String sentences(
      String file, List<Fault> faults, boolean more, Language language) {
    Words rest = new Words("\n…… 还有更多错误", "\n… and more mistakes");
    return faults.stream()
        .map(fault -> file + ": " + fault.in(language))
        .collect(Collectors.joining("\n", "", more ? rest.in(language) : ""));
  }
}
