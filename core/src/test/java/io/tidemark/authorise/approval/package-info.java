/** Whether any order of words and acts gets round the life cycle. */
@NullMarked
package io.tidemark.authorise.approval;

import org.jspecify.annotations.NullMarked;
