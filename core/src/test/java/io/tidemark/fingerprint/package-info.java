/** Tests of offers and positions. */
@NullMarked
package io.tidemark.fingerprint;

import org.jspecify.annotations.NullMarked;
