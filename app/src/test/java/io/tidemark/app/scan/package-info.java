/** Tests of scans that are broken off and gone on with. */
@org.jspecify.annotations.NullMarked
package io.tidemark.app.scan;
