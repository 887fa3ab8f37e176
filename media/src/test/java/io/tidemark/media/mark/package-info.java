@NullMarked
package io.tidemark.media.mark;

import org.jspecify.annotations.NullMarked;
