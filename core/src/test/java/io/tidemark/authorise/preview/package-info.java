/** Whether a preview names what a policy would change, and nothing else. */
@NullMarked
package io.tidemark.authorise.preview;

import org.jspecify.annotations.NullMarked;
