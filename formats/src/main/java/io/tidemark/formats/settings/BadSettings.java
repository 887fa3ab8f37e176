package io.tidemark.formats.settings;

import io.tidemark.terms.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A settings file with mistakes; nothing of it holds. */
public final class BadSettings extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<Fault> faults;

  BadSettings(String file, List<Fault> faults) {
    super(sentences(file, faults, Language.EN));
    this.file = file;
    this.faults = List.copyOf(faults);
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** The mistakes in the order of the file: at least one, at most {@link Faults#MOST}. */
  public List<Fault> faults() {
    return faults;
  }

  /** All mistakes, one a line, each with the file's name. */
  public String in(Language language) {
    return sentences(file, faults, language);
  }

  private static String sentences(String file, List<Fault> faults, Language language) {
    return faults.stream()
        .map(fault -> file + ": " + fault.in(language))
        .collect(Collectors.joining("\n"));
  }
}
