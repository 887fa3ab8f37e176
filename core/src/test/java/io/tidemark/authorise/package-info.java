/** Tests of authority. */
@NullMarked
package io.tidemark.authorise;

import org.jspecify.annotations.NullMarked;
