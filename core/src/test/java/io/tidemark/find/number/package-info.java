/** Tests of finding. */
@NullMarked
package io.tidemark.find.number;

import org.jspecify.annotations.NullMarked;
