/** Tests of addresses in texts. */
@NullMarked
package io.tidemark.find.address;

import org.jspecify.annotations.NullMarked;
