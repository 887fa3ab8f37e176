/**
 * The YAML files that people write.
 *
 * <p>Question it answers: which parties, grants, rules, releases and headings does this file state?
 * A {@link io.tidemark.formats.settings.SettingsFile} comes in; {@code authorise}'s types go out,
 * or a {@link io.tidemark.formats.settings.BadSettings} that lists up to 20 mistakes by line,
 * column and name. It never guesses, never skips what it does not know, never keeps half a file,
 * and never decides about a release.
 *
 * <p>Only plain YAML 1.2 is read: no anchors, aliases or tags, at most 24 levels, at most 16 MiB.
 */
@NullMarked
package io.tidemark.formats.settings;

import org.jspecify.annotations.NullMarked;
