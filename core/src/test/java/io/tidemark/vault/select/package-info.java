/** Conditions decide about records as people mean them. */
@NullMarked
package io.tidemark.vault.select;

import org.jspecify.annotations.NullMarked;
