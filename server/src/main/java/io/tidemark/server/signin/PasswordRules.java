package io.tidemark.server.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.tidemark.authorise.Chain;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passwords a person may choose: long and varied enough, not made of words that everybody
 * here knows, and not among what is guessed first. Thread-safe.
 */
@Component
class PasswordRules {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int FEWEST_DIFFERENT = 6;

  /** So many characters there are beside known words. */
  private static final int BESIDE_WORDS = 8;

  private static final Zxcvbn GUESSING = new Zxcvbn();
  private static final int HARD = 3;
  private static final int LOOKED_AT = 64;

  private final Rules rules;
  private final String origin;

  PasswordRules(Home home, Rules rules) {
    this.rules = rules;
    this.origin = home.origin();
  }

  /**
   * Ends the request when the password is not good enough for this person. Passwords, words, names,
   * keyboard rows, years and their spellings that are guessed first are those of zxcvbn (30,000
   * passwords out of breaches; MIT licence); it asks for 10^8 guesses. Known words are those of
   * {@link KnownWords}, of the person's id, party and parties above it, and of the ledger's name.
   */
  void check(String password, String person) {
    int characters = password.codePointCount(0, password.length());
    boolean name = password.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT));
    boolean varied = password.codePoints().distinct().count() >= FEWEST_DIFFERENT;
    if (characters < SHORTEST || characters > LONGEST || name || !varied) {
      throw Halt.with(
          422,
          "weak-password",
          "口令应为 12 到 128 个字符，至少 6 个不同的字符，且不含本人编号",
          "a password has 12 to 128 characters, at least 6 different ones, and not one's own id");
    }
    String beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
    if (GUESSING.measure(beginning, List.of(person, "tidemark")).getScore() < HARD) {
      throw Halt.with(
          422,
          "common-password",
          "这个口令太常见，很容易被猜到：请用几个互不相干的词",
          "this password is among those that are guessed first: take some words that have nothing"
              + " to do with each other");
    }
    if (KnownWords.LISTED.and(ofTheHome(person)).besides(password) < BESIDE_WORDS) {
      throw Halt.with(
          422,
          "known-words",
          "本人与本单位的编号和名称、保险用语、地名、常见姓名和常用口令词都不计入：除此之外，口令还应有 8 个字符",
          "ids and names of yourself and your organisation, words of insurance, places, common names"
              + " and words that many passwords have do not count: beside them a password has 8"
              + " characters");
    }
  }

  private Stream<String> ofTheHome(String person) {
    Chain chain = rules.inForce().chain();
    List<String> names = new ArrayList<>(List.of(person, origin));
    Optional<Party> party = chain.person(person).flatMap(known -> chain.party(known.party()));
    for (int up = 0; party.isPresent() && up < chain.parties().size(); up++) {
      names.add(party.get().id());
      names.add(party.get().name());
      party = party.get().parent().flatMap(chain::party);
    }
    return names.stream();
  }
}
