package io.tidemark.chainsim.posts;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.classify.WordList;
import java.util.List;

/** Names of people as posts have them: whole, rare, taken for words, or a surname with a title. */
final class People {
  private static final List<String> SURNAMES = WordList.words(People.class, "surnames.txt");
  private static final List<String> RARE = WordList.words(People.class, "surnames-rare.txt");
  private static final List<String> COMPOUND =
      WordList.words(People.class, "surnames-compound.txt");
  private static final List<String> GIVEN = WordList.words(People.class, "given.txt");
  private static final List<String> WORDS = WordList.words(People.class, "names-words.txt");
  private static final List<String> DOTTED = WordList.words(People.class, "names-dotted.txt");
  private static final List<String> TITLES =
      List.of("先生", "女士", "姐", "哥", "总", "老师", "师傅", "小姐", "经理", "老板", "阿姨", "主任", "医生", "叔");

  private People() {}

  /** A whole name. */
  static String whole(Draw draw) {
    double way = draw.fraction();
    if (way < .02) {
      return draw.of(DOTTED);
    }
    if (way < .04) {
      return draw.of(WORDS);
    }
    String surname = way < .06 ? draw.of(COMPOUND) : way < .10 ? draw.of(RARE) : common(draw);
    String first = draw.of(GIVEN);
    if (draw.chance(.16)) {
      return surname + first;
    }
    return surname + first + (draw.chance(.04) ? first : draw.of(GIVEN));
  }

  /** How somebody is called who is not named whole. */
  static String called(Draw draw) {
    double way = draw.fraction();
    if (way < .72) {
      return common(draw) + draw.of(TITLES);
    }
    if (way < .88) {
      return draw.of(List.of("小", "老")) + common(draw);
    }
    return way < .94 ? draw.of(GIVEN) + draw.of(List.of("哥", "姐")) : "阿" + draw.of(GIVEN);
  }

  /** Close to the census: the first surname has 7 %, the hundredth 0.2 %. */
  private static String common(Draw draw) {
    double at = Math.pow(1 - draw.fraction(), -2) * 6 - 6;
    return at < SURNAMES.size() ? SURNAMES.get((int) at) : draw.of(SURNAMES);
  }
}
