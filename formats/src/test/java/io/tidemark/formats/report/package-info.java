/** The page says what the verdict says, shows nobody's data, and fits. */
@NullMarked
package io.tidemark.formats.report;

import org.jspecify.annotations.NullMarked;
