package io.tidemark.store.foreign;

import io.tidemark.terms.Words;
import java.sql.SQLException;

/** A database that cannot be read, or no further. Its message holds no value and no password. */
public final class ForeignFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Words words;
  private final boolean gone;

  ForeignFault(Words words, boolean gone) {
    super(words.en(), null, false, false);
    this.words = words;
    this.gone = gone;
  }

  /** What the driver's message says may hold values: only its state is passed on. */
  static ForeignFault of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    boolean gone = state.startsWith("08") || state.startsWith("57P") || state.isEmpty();
    boolean late = state.equals("57014") || state.equals("70100") || e.getErrorCode() == 3024;
    if (late) {
      return new ForeignFault(
          new Words("查询超过时限，其余未读", "a query took longer than its time: the rest is not read"),
          false);
    }
    if (state.startsWith("28")) {
      return new ForeignFault(
          new Words(
              "数据库拒绝登录：请核对用户与密码", "the database refused the sign-in: check user and password"),
          true);
    }
    if (state.equals("42501") || e.getErrorCode() == 1142 || e.getErrorCode() == 1143) {
      return new ForeignFault(new Words("没有读取权限", "no permission to read it"), false);
    }
    return gone
        ? new ForeignFault(
            new Words("与数据库的连接中断，其余未读", "the database was cut off: the rest is not read"), true)
        : new ForeignFault(
            new Words(
                "数据库报错（" + state + "），其余未读",
                "the database failed (" + state + "): the rest is not read"),
            false);
  }

  /** Why. */
  public Words words() {
    return words;
  }

  /** Whether the connection is gone, so that the next table needs a new one. */
  public boolean gone() {
    return gone;
  }
}
