/** Tests of masked forms. */
@NullMarked
package io.tidemark.disclose.mask;

import org.jspecify.annotations.NullMarked;
