/** Tests of the fingerprinting code. */
@NullMarked
package io.tidemark.fingerprint.code;

import org.jspecify.annotations.NullMarked;
