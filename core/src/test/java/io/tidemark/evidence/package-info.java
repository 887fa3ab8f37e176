/** Tests of tracing. */
@NullMarked
package io.tidemark.evidence;

import org.jspecify.annotations.NullMarked;
