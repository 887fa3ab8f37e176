/**
 * Question these tests answer: is a home what it says, and does it reach its database safely? Homes
 * in temporary folders and real servers come in.
 */
@NullMarked
package io.tidemark.store.home;

import org.jspecify.annotations.NullMarked;
