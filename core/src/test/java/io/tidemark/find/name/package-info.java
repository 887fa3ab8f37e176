/** Tests of names in texts. */
@NullMarked
package io.tidemark.find.name;

import org.jspecify.annotations.NullMarked;
