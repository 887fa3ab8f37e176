/**
 * Which question: what does a page that shows personal data carry, so that a screenshot says who
 * looked and when?
 *
 * <p>Comes in: a signed-in person's session and the clock. Goes out: one stylesheet ({@code
 * /screen.css}) that a page names in its head, and the pictures that it lays over the page: the
 * mark that nobody sees, and, where the policy says so, a line with the viewer's name. No script,
 * no style within the page. It records nothing: {@link io.tidemark.custody.marks.ScreenNumbers}
 * says why nothing needs to be.
 */
@NullMarked
package io.tidemark.server.screen;

import org.jspecify.annotations.NullMarked;
