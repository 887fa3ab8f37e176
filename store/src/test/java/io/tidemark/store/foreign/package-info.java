/** Foreign databases, on real servers. */
@NullMarked
package io.tidemark.store.foreign;

import org.jspecify.annotations.NullMarked;
