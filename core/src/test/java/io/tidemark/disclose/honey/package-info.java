/** Tests of honey customers. */
@NullMarked
package io.tidemark.disclose.honey;

import org.jspecify.annotations.NullMarked;
