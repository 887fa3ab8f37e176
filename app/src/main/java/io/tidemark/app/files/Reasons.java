package io.tidemark.app.files;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;

/** Why a file could not be read: where and what, in both languages. */
public final class Reasons {
  private Reasons() {}

  /** Why a table could not be read. */
  public static Words of(Unreadable e) {
    String zh =
        e.line() == 0
            ? ""
            : " 第 " + e.line() + " 行" + (e.column() == 0 ? "" : "第 " + e.column() + " 列");
    String en =
        e.line() == 0 ? "" : " line " + e.line() + (e.column() == 0 ? "" : " column " + e.column());
    return new Words(e.file() + zh + "：" + e.reason().zh(), e.file() + en + ": " + e.reason().en());
  }

  /** Why settings could not be read. */
  public static Words of(BadSettings e) {
    return new Words(e.in(Language.ZH), e.in(Language.EN));
  }
}
