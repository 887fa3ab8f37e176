/** Tests of files as the commands read them. */
@org.jspecify.annotations.NullMarked
package io.tidemark.app.files;
