package io.tidemark.find.lexicon;

import java.util.Arrays;

/**
 * All ways to divide a sentence into words, names and places, and the likeliest of them: a bigram
 * model over words in which names and places are classes of their own (Gao, Li, Wu and Huang 2005),
 * read once forward and once backward. One sentence may be read for one thing after another. Not
 * thread-safe; used again for one sentence after another.
 */
public final class Lattice {
  /** The longest sentence; longer ones are to be cut. */
  public static final int LONGEST = 400;

  private static final float FAR = 1e9f;
  private static final Piece[] PIECES = Piece.values();

  private final Lexicon lexicon;
  private final LexiconFile.Contexts contexts;
  private final char[] text = new char[LONGEST + 8];
  private int length;

  private int count;
  private int[] start = new int[4096];
  private int[] end = new int[4096];
  private int[] entry = new int[4096];
  private byte[] piece = new byte[4096];
  private int[] detail = new int[4096];
  private float[] own = new float[4096];
  private int[] evidence = new int[4096];
  private float[] cost = new float[4096];
  private float[] forward = new float[4096];
  private float[] backward = new float[4096];
  private int[] best = new int[4096];
  private int[] previous = new int[4096];
  private float[] steps = new float[1 << 15];
  private final int[] lastEnding = new int[LONGEST + 2];
  private int last;
  private int stepCount;
  private boolean stepped;

  /** A lattice over the words of a lexicon. */
  public Lattice(Lexicon lexicon) {
    this.lexicon = lexicon;
    contexts = lexicon.contexts();
  }

  /** Begins a sentence: {@code from} up to {@code to} of a text, at most {@link #LONGEST} units. */
  public void begin(CharSequence source, int from, int to) {
    length = to - from;
    for (int i = 0; i < length; i++) {
      text[i] = lexicon.fold(source.charAt(from + i));
    }
    Arrays.fill(text, length, length + 8, '\0');
    Arrays.fill(lastEnding, 0, length + 1, -1);
    count = 0;
    stepped = false;
  }

  /** The character at a place of the sentence, folded; 0 behind its end. */
  public char at(int i) {
    return text[i];
  }

  /** How many characters it has. */
  public int length() {
    return length;
  }

  /**
   * A candidate; those that begin earlier are told earlier.
   *
   * @param entry its entry, or -1
   * @param detail whatever the reader wants back with it
   * @param cost of it as such, in steps
   * @param gain by how many steps evidence beside the words makes it likelier
   */
  public void add(int from, int to, Piece kind, int entry, int detail, float cost, int gain) {
    if (count == start.length) {
      grow();
    }
    start[count] = from;
    end[count] = to;
    this.entry[count] = entry;
    piece[count] = (byte) kind.ordinal();
    this.detail[count] = detail;
    own[count] = cost;
    evidence[count] = gain;
    previous[count] = lastEnding[to];
    lastEnding[to] = count++;
  }

  private void grow() {
    int size = count * 2;
    start = Arrays.copyOf(start, size);
    end = Arrays.copyOf(end, size);
    entry = Arrays.copyOf(entry, size);
    piece = Arrays.copyOf(piece, size);
    detail = Arrays.copyOf(detail, size);
    own = Arrays.copyOf(own, size);
    evidence = Arrays.copyOf(evidence, size);
    cost = Arrays.copyOf(cost, size);
    forward = Arrays.copyOf(forward, size);
    backward = Arrays.copyOf(backward, size);
    best = Arrays.copyOf(best, size);
    previous = Arrays.copyOf(previous, size);
  }

  /** Reads the sentence. Every place must have a candidate that begins there. */
  public void read(Reading reading) {
    step();
    int step = 0;
    for (int e = 0; e < count; e++) {
      cost[e] = reading.cost(PIECES[piece[e]], own[e], evidence[e]);
      float least = FAR;
      int from = -1;
      int predecessor = lastEnding[start[e]];
      if (start[e] == 0) {
        least = -edgeBefore(e);
      }
      for (; predecessor >= 0; predecessor = previous[predecessor]) {
        float reached = forward[predecessor] - steps[step++];
        if (reached < least) {
          least = reached;
          from = predecessor;
        }
      }
      forward[e] = least + cost[e];
      best[e] = from;
      backward[e] = FAR;
    }
    last = -1;
    float least = FAR;
    for (int e = lastEnding[length]; e >= 0; e = previous[e]) {
      backward[e] = 0;
      if (forward[e] + backward[e] < least) {
        least = forward[e] + backward[e];
        last = e;
      }
    }
    readBackward(stepCount);
  }

  /** What each step from one candidate to the next gains, once for all readings. */
  private void step() {
    if (stepped) {
      return;
    }
    int step = 0;
    for (int e = 0; e < count; e++) {
      for (int f = lastEnding[start[e]]; f >= 0; f = previous[f]) {
        if (step == steps.length) {
          steps = Arrays.copyOf(steps, step * 2);
        }
        steps[step++] = gain(f, e);
      }
    }
    stepCount = step;
    stepped = true;
  }

  private void readBackward(int step) {
    int at = step;
    for (int e = count - 1; e >= 0; e--) {
      int predecessors = 0;
      for (int f = lastEnding[start[e]]; f >= 0; f = previous[f]) {
        predecessors++;
      }
      at -= predecessors;
      int k = at;
      for (int f = lastEnding[start[e]]; f >= 0; f = previous[f]) {
        float reached = backward[e] + cost[e] - steps[k++];
        if (reached < backward[f]) {
          backward[f] = reached;
        }
      }
    }
  }

  private float gain(int before, int after) {
    int kinds = piece[before] * 3 + piece[after];
    return switch (kinds) {
      case 0 -> lexicon.gains().of(entry[before], entry[after]);
      case 1 -> contexts.beforeName()[entry[before]];
      case 2 -> contexts.beforePlace()[entry[before]];
      case 3 -> contexts.afterName()[entry[after]];
      case 6 -> contexts.afterPlace()[entry[after]];
      case 4 -> -24;
      default -> 0;
    };
  }

  private float edgeBefore(int e) {
    int edge = Token.EDGE.ordinal();
    return switch (piece[e]) {
      case 0 -> lexicon.gains().of(edge, entry[e]);
      case 1 -> contexts.beforeName()[edge];
      default -> contexts.beforePlace()[edge];
    };
  }

  /** Is told of the pieces of the likeliest reading, the last one first. */
  public interface Reader {
    /**
     * One piece.
     *
     * @param candidate its number, for {@link #margin}
     */
    void piece(int from, int to, Piece kind, int detail, int candidate);
  }

  /** Tells of the likeliest reading. */
  public void best(Reader reader) {
    for (int e = last; e >= 0; e = best[e]) {
      reader.piece(start[e], end[e], PIECES[piece[e]], detail[e], e);
    }
  }

  /** Tells of all candidates of a kind, whether or not they are of the likeliest reading. */
  public void all(Piece kind, Reader reader) {
    for (int e = 0; e < count; e++) {
      if (piece[e] == kind.ordinal()) {
        reader.piece(start[e], end[e], kind, detail[e], e);
      }
    }
  }

  /**
   * How much the best reading with a candidate costs less than the best one without it that is no
   * name at the same place, in nats; negative where the candidate is not of the likeliest reading.
   */
  public double margin(int candidate) {
    float with = forward[candidate] + backward[candidate];
    float without = FAR;
    for (int e = 0; e < count && start[e] <= start[candidate]; e++) {
      boolean same =
          start[e] == start[candidate] && end[e] == end[candidate] && piece[e] == piece[candidate];
      if (end[e] > start[candidate] && !same) {
        without = Math.min(without, forward[e] + backward[e]);
      }
    }
    return (without - with) * LexiconFile.STEP;
  }
}
