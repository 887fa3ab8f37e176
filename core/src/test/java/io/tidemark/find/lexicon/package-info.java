/** Tests of the lexicon. */
@NullMarked
package io.tidemark.find.lexicon;

import org.jspecify.annotations.NullMarked;
