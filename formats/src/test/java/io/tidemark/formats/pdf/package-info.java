@NullMarked
package io.tidemark.formats.pdf;

import org.jspecify.annotations.NullMarked;
