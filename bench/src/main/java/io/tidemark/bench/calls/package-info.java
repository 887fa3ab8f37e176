/**
 * Which question: how often is the list found that callers work from, how many campaigns are found
 * among millions of calls, and how soon is a party named whose alias numbers ring?
 *
 * <p>Comes in: a stage. Goes out: lines of a report, beside the methods of others and beside somebody
 * who knows the rates of the simulated world. {@code docs/calls.md} describes the worlds.
 */
@NullMarked
package io.tidemark.bench.calls;

import org.jspecify.annotations.NullMarked;
