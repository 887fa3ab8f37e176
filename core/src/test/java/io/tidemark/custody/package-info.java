/** Tests of what the flows keep between one order and the next. */
@NullMarked
package io.tidemark.custody;

import org.jspecify.annotations.NullMarked;
