/** Tests of what measures a scan. */
@NullMarked
package io.tidemark.bench.scan;

import org.jspecify.annotations.NullMarked;
