/**
 * Conditions as people write them, to {@link io.tidemark.vault.select.Condition} and back.
 *
 * <p>Question it answers: which records does {@code 终保日期 2026-12-01..2026-12-31 and 业务员=张伟} mean?
 * Text comes in, a condition goes out, or a {@link io.tidemark.formats.condition.BadCondition} that
 * names the position and what was expected there. The grammar stands in the package-info of {@code
 * vault.select}; {@code docs/conditions.md} explains it. It never makes SQL and never quotes a
 * value in a message.
 */
@NullMarked
package io.tidemark.formats.condition;

import org.jspecify.annotations.NullMarked;
