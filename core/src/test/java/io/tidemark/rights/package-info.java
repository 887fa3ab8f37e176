/** Tests of people's will. */
@NullMarked
package io.tidemark.rights;

import org.jspecify.annotations.NullMarked;
