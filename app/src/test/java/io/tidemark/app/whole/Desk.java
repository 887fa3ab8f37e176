package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.Tidemark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who types commands on one home, in this process.
 *
 * @param home the home that the commands name
 */
record Desk(Path home) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a command said, and its exit status. */
  record Said(int exit, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }

    Said ends(int status) {
      assertThat(exit).as("exit status; it said: %s%s", out, err).isEqualTo(status);
      return this;
    }

    /** A refusal or fault explains itself: one sentence, no stack trace, no class name. */
    Said because(String... words) {
      List.of(words).forEach(word -> assertThat(err + out).contains(word));
      assertThat(err + out).doesNotContain("internal fault", "系统内部错误", "Exception");
      return this;
    }
  }

  /** Types a command in English. */
  Said type(String... command) {
    return typeIn("en", command);
  }

  /** Types a command whose standard input has these lines. */
  Said given(String lines, String... command) {
    InputStream terminal = System.in;
    System.setIn(new ByteArrayInputStream((lines + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return type(command);
    } finally {
      System.setIn(terminal);
    }
  }

  /** Types a command in this language. */
  Said typeIn(String language, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--home", home.toString(), "--lang", language));
    return say(args);
  }

  /** Types a command that answers a program with this status. */
  JsonNode json(int status, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.add("--json");
    Said said = type(args.toArray(String[]::new)).ends(status);
    assertThat(said.out().strip()).as("one JSON document").doesNotContain("\n");
    return said.json();
  }

  /** Types just this. */
  static Said say(List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Tidemark.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args.toArray(String[]::new));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
