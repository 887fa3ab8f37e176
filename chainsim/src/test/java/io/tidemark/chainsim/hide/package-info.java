/** Tests of hidden numbers. */
@NullMarked
package io.tidemark.chainsim.hide;

import org.jspecify.annotations.NullMarked;
