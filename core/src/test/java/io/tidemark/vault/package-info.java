/** Tests of the vault. */
@NullMarked
package io.tidemark.vault;

import org.jspecify.annotations.NullMarked;
