/** Tests of the spelling catalogue. */
@NullMarked
package io.tidemark.fingerprint.spelling;

import org.jspecify.annotations.NullMarked;
