/** What people write is read as they mean it, and refused by line and name. */
@NullMarked
package io.tidemark.formats.condition;

import org.jspecify.annotations.NullMarked;
