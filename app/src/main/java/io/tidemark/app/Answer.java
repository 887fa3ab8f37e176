package io.tidemark.app;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command answers: fields for programs, sentences for people, an exit status. */
public final class Answer {
  private final int exit;
  private final Map<String, @Nullable Object> fields;
  private final List<Words> sentences;

  private final List<PersonalText> shown;
  private final Then then;
  private final boolean inLines;

  private Answer(
      int exit,
      Map<String, @Nullable Object> fields,
      List<Words> sentences,
      List<PersonalText> shown,
      Then then,
      boolean inLines) {
    this.exit = exit;
    this.fields = fields;
    this.sentences = sentences;
    this.shown = shown;
    this.then = then;
    this.inLines = inLines;
  }

  /** Work that goes on after the answer. */
  @FunctionalInterface
  public interface Then {
    /** Returns when the work has ended. */
    void goOn() throws Exception;
  }

  /** Begins an answer. */
  public static Builder builder() {
    return new Builder();
  }

  /** The exit status. */
  public int exit() {
    return exit;
  }

  /** Whether its JSON was told line by line while the work went on. */
  public boolean toldInLines() {
    return inLines;
  }

  /** The JSON document. */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** The sentences. */
  public List<Words> sentences() {
    return sentences;
  }

  /** What only a person who looked somebody up gets to see, after the sentences. */
  public List<PersonalText> shown() {
    return shown;
  }

  /** Work that goes on once the answer is given. */
  public Then then() {
    return then;
  }

  /** Collects an answer. */
  public static final class Builder {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<Words> sentences = new ArrayList<>();
    private final List<PersonalText> shown = new ArrayList<>();
    private int exit = Exit.DONE;
    private Then then = () -> {};
    private boolean inLines;

    /** Adds a field. */
    public Builder field(String name, @Nullable Object value) {
      fields.put(name, value);
      return this;
    }

    /** Adds fields in their order. */
    public Builder fields(Map<String, ? extends @Nullable Object> more) {
      fields.putAll(more);
      return this;
    }

    /** Adds a sentence. */
    public Builder say(String zh, String en) {
      sentences.add(new Words(zh, en));
      return this;
    }

    /** Adds a sentence. */
    public Builder say(Words words) {
      sentences.add(words);
      return this;
    }

    /** Shows a line about a person. */
    public Builder show(PersonalText line) {
      shown.add(line);
      return this;
    }

    /** Sets the exit status. */
    public Builder exit(int status) {
      exit = status;
      return this;
    }

    /** Its JSON was told line by line. */
    public Builder inLines() {
      inLines = true;
      return this;
    }

    /** Sets what goes on after the answer. */
    public Builder then(Then work) {
      then = work;
      return this;
    }

    /** The answer. */
    public Answer build() {
      return new Answer(
          exit,
          Collections.unmodifiableMap(new LinkedHashMap<>(fields)),
          List.copyOf(sentences),
          List.copyOf(shown),
          then,
          inLines);
    }
  }
}
