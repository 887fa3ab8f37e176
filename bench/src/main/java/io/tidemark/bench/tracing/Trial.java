package io.tidemark.bench.tracing;

import java.util.List;

/**
 * One leak and what came of it.
 *
 * @param label which kind of leak it was among those of its question
 * @param finding what {@code trace} answered
 * @param sources the parties whose copies leaked
 */
record Trial(String label, Finding finding, List<String> sources) {
  /** Whether an innocent was named, beside a source or without one. */
  boolean wrong() {
    return finding.named() && amiss();
  }

  /** Whether the verdict is {@code probable}, which may be wrong in one of twenty. */
  boolean probable() {
    return finding.verdict().equals("probable");
  }

  /** Whether somebody is accused who is no source. */
  boolean amiss() {
    return finding.accused().stream().anyMatch(party -> !sources.contains(party));
  }

  /** How many sources were named. */
  int caught() {
    return finding.named()
        ? (int) finding.accused().stream().filter(sources::contains).distinct().count()
        : 0;
  }

  /** At least one source was named, and nobody else. */
  boolean right() {
    return caught() > 0 && !wrong();
  }
}
