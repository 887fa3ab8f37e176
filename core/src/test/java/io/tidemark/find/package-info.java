/** Tests of finding. */
@NullMarked
package io.tidemark.find;

import org.jspecify.annotations.NullMarked;
