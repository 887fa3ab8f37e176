/** Codes and passwords by themselves. */
@NullMarked
package io.tidemark.server.signin;

import org.jspecify.annotations.NullMarked;
