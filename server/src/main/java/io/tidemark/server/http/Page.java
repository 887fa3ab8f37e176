package io.tidemark.server.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items at most as many as were asked for
 * @param next the address of the next part; null at the list's end
 */
public record Page<T>(
    List<T> items,
    @Schema(nullable = true, description = "The address of the next part; null at the end.")
        @Nullable String next) {
  /** How many items a page has where the caller does not say. */
  public static final String USUAL = "50";

  /** The most items of a page. */
  public static final int MOST = 200;

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** Ends the request unless a page can have so many items. */
  public static void check(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Halt.with(400, "bad-limit", "limit 应在 1 到 200 之间", "limit lies between 1 and 200");
    }
  }

  /**
   * The page that begins a list.
   *
   * @param path where the list is
   * @param found the first items of what is left, one more than the page has where there are more
   * @param id what {@code after} names an item by
   */
  public static <T> Page<T> of(String path, int limit, List<T> found, Function<T, String> id) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    String last = id.apply(found.get(limit - 1));
    return new Page<>(found.subList(0, limit), path + "?limit=" + limit + "&after=" + last);
  }

  /** The page of a list that is at hand. */
  public static <T> Page<T> within(
      String path, int limit, @Nullable String after, List<T> all, Function<T, String> id) {
    check(limit);
    int from = 0;
    if (after != null) {
      while (from < all.size() && !id.apply(all.get(from)).equals(after)) {
        from++;
      }
      if (from == all.size()) {
        throw unknownCursor();
      }
      from++;
    }
    return of(path, limit, all.subList(from, Math.min(all.size(), from + limit + 1)), id);
  }

  /** The end of a request whose cursor names nothing. */
  public static Halt unknownCursor() {
    return Halt.with(
        400, "unknown-cursor", "after 没有指向列表中的任何一项", "after names no item of this list");
  }
}
