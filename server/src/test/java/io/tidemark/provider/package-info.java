/** A provider of identities for the tests, outside what the server looks through for its parts. */
@NullMarked
package io.tidemark.provider;

import org.jspecify.annotations.NullMarked;
