package io.tidemark.server.workbench;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.server.http.Paths;
import java.util.Locale;
import java.util.Set;

/** The pages of the navigation, in its order: one line each. Its word is {@code place.} + name. */
enum Place {
  OVERVIEW("", Set.of()),
  LOOK_UP("/look-up", Set.of(Act.LOOK_UP)),
  REQUESTS("/requests", Set.of(Act.REQUEST, Act.APPROVE, Act.AUDIT)),
  POLICY("/policy", Set.of()),
  LEDGER("/ledger", Set.of(Act.AUDIT));

  private final String path;
  private final Set<Act> anyOf;

  Place(String path, Set<Act> anyOf) {
    this.path = path;
    this.anyOf = anyOf;
  }

  /** Where it is. */
  String href() {
    return Paths.WORKBENCH + path;
  }

  /** The key of its word. */
  String word() {
    return "place." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether somebody's duties need it. */
  boolean isFor(Actor actor) {
    return anyOf.isEmpty() || anyOf.stream().anyMatch(actor::may);
  }

  /** Whether a page at this path belongs to it. */
  boolean holds(String page) {
    return page.equals(href()) || (!path.isEmpty() && page.startsWith(href() + "/"));
  }
}
