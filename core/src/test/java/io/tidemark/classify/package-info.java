/** Tests of classification. */
@NullMarked
package io.tidemark.classify;

import org.jspecify.annotations.NullMarked;
