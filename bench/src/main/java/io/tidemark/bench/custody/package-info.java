/**
 * How fast and how small custody is.
 *
 * <p>Question it answers: how long do a deposit, a plan of releases, one large release and an
 * inquiry take, in how much memory, and what does the same work cost without custody? The bulk
 * commands run in processes of their own with a heap of 1 GiB.
 */
@NullMarked
package io.tidemark.bench.custody;

import org.jspecify.annotations.NullMarked;
