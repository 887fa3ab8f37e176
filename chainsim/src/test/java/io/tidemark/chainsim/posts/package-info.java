/** Tests of what people write. */
@NullMarked
package io.tidemark.chainsim.posts;

import org.jspecify.annotations.NullMarked;
