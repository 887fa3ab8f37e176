/** Tests of finding. */
@NullMarked
package io.tidemark.find.people;

import org.jspecify.annotations.NullMarked;
