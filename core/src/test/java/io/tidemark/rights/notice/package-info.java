/** Notices by themselves. */
@NullMarked
package io.tidemark.rights.notice;

import org.jspecify.annotations.NullMarked;
