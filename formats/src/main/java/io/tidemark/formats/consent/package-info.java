/**
 * Consent records for other systems.
 *
 * <p>Question it answers: how does what a person said look in a form that others can read? What is
 * kept of one person comes in; a record with the fields of ISO/IEC TS 27560 in the words of W3C's
 * Data Privacy Vocabulary goes out, as JSON-LD. It finds nobody and names nobody.
 */
@NullMarked
package io.tidemark.formats.consent;

import org.jspecify.annotations.NullMarked;
