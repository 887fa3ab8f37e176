/** Tests of marking. */
@NullMarked
package io.tidemark.disclose.mark;

import org.jspecify.annotations.NullMarked;
