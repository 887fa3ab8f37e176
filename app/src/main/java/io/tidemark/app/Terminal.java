package io.tidemark.app;

import io.tidemark.terms.Language;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where a command speaks: answers on standard output, everything else on standard error. */
public final class Terminal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int WINDOW = 1 << 16;

  private final StringBuilder lines = new StringBuilder();
  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final Language language;

  /** A terminal. */
  public Terminal(PrintStream out, PrintStream err, boolean json, Language language) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.language = language;
  }

  /** The language of the locale: Chinese where the locale is Chinese, English elsewhere. */
  public static Language ofLocale(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Language.ZH : Language.EN;
  }

  /** The language of the sentences. */
  public Language language() {
    return language;
  }

  /** Whether answers are JSON. */
  public boolean json() {
    return json;
  }

  /** Prints one of many lines of an answer that comes piece by piece: a JSON document. */
  public void line(Map<String, ? extends @Nullable Object> fields) {
    line(JSON.writeValueAsString(fields));
  }

  /** Prints one of many objects of an answer that comes piece by piece. */
  public void line(Record fields) {
    line(JSON.writeValueAsString(fields));
  }

  /** Prints one of many lines of an answer that comes piece by piece. */
  public void line(String text) {
    lines.append(text).append('\n');
    if (lines.length() > WINDOW) {
      flush();
    }
  }

  /** Prints what is still held of an answer that comes piece by piece. */
  public void flush() {
    out.print(lines);
    lines.setLength(0);
    out.flush();
  }

  /** Prints the answer; what came piece by piece has been its JSON already. */
  public void answer(Answer answer) {
    flush();
    if (json && answer.toldInLines()) {
      return;
    }
    if (json) {
      out.println(JSON.writeValueAsString(answer.fields()));
    } else {
      answer.sentences().forEach(words -> out.println(words.in(language)));
      answer.shown().forEach(line -> out.println(line.reveal(Reveal.SHOW)));
    }
    out.flush();
  }

  /** Says something that is not the answer. */
  public void note(Words words) {
    err.println(words.in(language));
  }

  /** Counts something that takes long: a bar on a terminal, nothing elsewhere. */
  public Progress progress(Words what, long most) {
    if (json || System.console() == null) {
      return new Progress(done -> {}, () -> {});
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(what.in(language))
            .setInitialMax(most)
            .setStyle(ProgressBarStyle.ASCII)
            .build();
    return new Progress(bar::stepTo, bar::close);
  }

  /** A count that goes on; to be closed. */
  public static final class Progress implements AutoCloseable {
    private final LongConsumer at;
    private final Runnable end;

    private Progress(LongConsumer at, Runnable end) {
      this.at = at;
      this.end = end;
    }

    /** So many are done. */
    public void at(long done) {
      at.accept(done);
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
