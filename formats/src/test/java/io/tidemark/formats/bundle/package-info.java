/** One content has one form, and whatever is changed in a bundle is seen. */
@NullMarked
package io.tidemark.formats.bundle;

import org.jspecify.annotations.NullMarked;
