package io.tidemark.bench;

import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a benchmark plays.
 *
 * @param folder an empty folder for all its files
 * @param seed decides every portfolio, list, leak and draw
 * @param only what is asked: a regular expression found in the names of these questions; empty for
 *     all of them
 * @param quick within 50 seconds on 2 cores, with the same rows in the report
 * @param sources the source tree that the program was built in, where there is one
 * @param shells gives the commands on a home
 * @param notes hears about the progress
 */
public record Stage(
    Path folder,
    long seed,
    String only,
    boolean quick,
    Optional<Path> sources,
    Function<Path, Shell> shells,
    Consumer<Words> notes) {
  /** The commands on this home. */
  public Shell shell(Path home) {
    return shells.apply(home);
  }

  /** Whether the question with this English name is asked. */
  public boolean asks(String name) {
    return Pattern.compile(only).matcher(name).find();
  }

  /** Says how far it is. */
  public void say(String zh, String en) {
    notes.accept(new Words(zh, en));
  }

  /** One of two sizes. */
  public int size(int whole, int small) {
    return quick ? small : whole;
  }
}
