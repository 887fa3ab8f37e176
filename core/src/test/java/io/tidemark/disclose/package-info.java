/** Tests of preparation. */
@NullMarked
package io.tidemark.disclose;

import org.jspecify.annotations.NullMarked;
