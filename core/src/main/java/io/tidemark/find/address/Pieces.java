package io.tidemark.find.address;

import io.tidemark.find.lexicon.Lattice;
import io.tidemark.find.lexicon.Lexicon;
import io.tidemark.find.lexicon.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The likeliest reading of a sentence, by places of the whole text. */
final class Pieces {
  /** Words that stand between an address and the rest of a sentence, and in no name of a place. */
  private static final String FUNCTION =
      "的 了 在 是 和 与 及 或 也 都 就 还 又 不 没 没有 有 我 你 他 她 它 我们 你们 他们 这 那 这个 那个 从 到 去 来 把 被 让 给 对 向 于 为 以 因 "
          + "住 住在 位于 地址 家 家住 送到 寄到 发到 来自 坐落 坐落于 设在 进 入 过 着 将 要 会 能 可 可以 应 应该 已 已经 正 正在 但 而 等 之 其 该 "
          + "此 每 各 某 说 称 表示 附近 对面 旁边 旁 内 外 里面 上面 下 上 前 后 中 时 年 月 日 个 一个 两 几 多 少 最 更 很 太 请 谢谢 吗 呢 吧 啊";

  private static final Set<String> STOPS = Set.of(FUNCTION.split(" "));

  /** One piece, from its first unit up to behind its last. */
  record Each(int start, int end, Piece kind, String text, boolean placeable) {
    boolean stop() {
      return STOPS.contains(text);
    }

    boolean hanzi() {
      return text.charAt(0) >= '\u3400' && text.charAt(0) <= '\u9fff';
    }
  }

  private final CharSequence text;
  private final List<Each> pieces = new ArrayList<>();

  Pieces(CharSequence text, int offset, Lattice lattice, Lexicon lexicon) {
    this.text = text;
    lattice.best(
        (from, to, kind, how, candidate) -> {
          String folded = lexicon.fold(text.subSequence(offset + from, offset + to));
          boolean placeable = kind == Piece.PLACE || lexicon.place(folded);
          pieces.add(new Each(offset + from, offset + to, kind, folded, placeable));
        });
    Collections.reverse(pieces);
  }

  CharSequence text() {
    return text;
  }

  int count() {
    return pieces.size();
  }

  Each get(int i) {
    return pieces.get(i);
  }

  /** The first piece that begins at a unit or behind it. */
  int from(int unit, int piece) {
    int i = piece;
    while (i < pieces.size() && pieces.get(i).start() < unit) {
      i++;
    }
    return i;
  }
}
