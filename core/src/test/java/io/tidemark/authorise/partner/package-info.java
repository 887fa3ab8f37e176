/** Tests of partners' certificates. */
@NullMarked
package io.tidemark.authorise.partner;

import org.jspecify.annotations.NullMarked;
