package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.Request;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.RequestId;
import java.util.Locale;
import java.util.function.Supplier;

/** What the commands of the life cycle do alike. */
public final class Ways {
  private static final int LOOKS = 5;

  private Ways() {}

  /** Whether this names a grant, not a request. */
  public static boolean namesGrant(String name) {
    return name.startsWith("g-");
  }

  /** The request of this name, as it stands now. */
  public static Request request(Session session, String name) {
    try {
      return session.home().requests().find(new RequestId(name)).orElseThrow(() -> unknown(name));
    } catch (IllegalArgumentException e) {
      throw unknown(name);
    }
  }

  private static Stop unknown(String name) {
    return Stop.usage("没有这项申请：" + name, "there is no such request: " + name);
  }

  /** The grant of this name, as it stands now. */
  public static Grant grant(Session session, String name) {
    try {
      return session.home().chain().grant(new GrantId(name)).orElseThrow(() -> noGrant(name));
    } catch (IllegalArgumentException e) {
      throw noGrant(name);
    }
  }

  private static Stop noGrant(String name) {
    return Stop.usage("没有这项授权：" + name, "there is no such grant: " + name);
  }

  /** Does it again, with what stands then, when somebody else was first. */
  public static <T> T first(Supplier<T> move) {
    for (int look = 1; ; look++) {
      try {
        return move.get();
      } catch (Overtaken e) {
        if (look == LOOKS) {
          throw e;
        }
      }
    }
  }

  /** A state's name for programs. */
  public static String name(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
