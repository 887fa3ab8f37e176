package io.tidemark.terms;

import java.util.Optional;

/**
 * What a column holds: one of the fields that are kept, something else about people, or nothing
 * about anybody. Kinds beyond the fields are data ({@code kinds.yaml}); two are one when their
 * Chinese names are.
 *
 * @param zh the Chinese name, by which settings name it; unique
 * @param en the English name
 * @param field the field, where it is one that is kept
 */
public record Kind(String zh, String en, Optional<FieldClass> field) {
  /** Nothing about a person: row numbers, colours, what a person said is harmless. */
  public static final Kind NONE = new Kind("无", "none", Optional.empty());

  /** The kind of a field that is kept. */
  public static Kind of(FieldClass field) {
    return new Kind(field.zh(), field.en(), Optional.of(field));
  }

  /** A kind of information that is not kept. */
  public static Kind other(String zh, String en) {
    return new Kind(zh, en, Optional.empty());
  }

  /** The name in both languages. */
  public Words words() {
    return new Words(zh, en);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kind that && zh.equals(that.zh);
  }

  @Override
  public int hashCode() {
    return zh.hashCode();
  }
}
