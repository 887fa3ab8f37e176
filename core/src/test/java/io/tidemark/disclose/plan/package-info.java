/** Tests of the planner. */
@NullMarked
package io.tidemark.disclose.plan;

import org.jspecify.annotations.NullMarked;
