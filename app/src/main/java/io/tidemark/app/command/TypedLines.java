package io.tidemark.app.command;

import io.tidemark.app.Stop;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is typed on the terminal or given on standard input, line by line. One thread uses it. */
public final class TypedLines {
  private final Language language;
  private final @Nullable Console console = System.console();
  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  public TypedLines(Language language) {
    this.language = language;
  }

  /** The next line, asked for by the name of a field; ends the command where there is none. */
  public PersonalText next(FieldClass field) throws IOException {
    String name = language == Language.ZH ? field.zh() : field.en();
    String line = console != null ? console.readLine("%s: ", name) : input.readLine();
    if (line == null || line.isBlank()) {
      throw Stop.usage("没有给出" + field.zh(), "nothing was given as " + field.en());
    }
    return PersonalText.of(line.strip());
  }
}
