/** Tests of tracing by holders alone. */
@NullMarked
package io.tidemark.chainsim.holders;

import org.jspecify.annotations.NullMarked;
