/** What people write is read as they mean it, and refused by line and name. */
@NullMarked
package io.tidemark.formats.settings;

import org.jspecify.annotations.NullMarked;
