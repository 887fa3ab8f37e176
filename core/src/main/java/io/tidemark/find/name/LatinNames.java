package io.tidemark.find.name;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.terms.PersonalText;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in pinyin: two or three words, a surname first or last, beside a label or a number. {@link
 * Confidence#MEDIUM} behind a label, {@link Confidence#LOW} beside a number, {@link
 * Confidence#HIGH} with both; elsewhere no name is told.
 */
final class LatinNames {
  private static final String SYLLABLE =
      "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
          + "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui"
          + "|un|uo|ve|[aeiouv])";

  private static final Pattern GIVEN =
      Pattern.compile(SYLLABLE + "(?:['-]?" + SYLLABLE + ")?", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'-])[A-Za-z][A-Za-z'-]{1,11}(?:,? [A-Za-z][A-Za-z'-]{1,11}){1,2}(?![\\p{IsLatin}\\p{N}'-])");

  /** The surnames that nine of ten bear, as pinyin has them, by general knowledge. */
  private static final Set<String> SURNAMES =
      Set.of(
          ("an bai bao bi bian cai cao chai chang chen cheng cui dai deng ding dong dou du duan fan fang feng"
                  + " fu gan gao ge geng gong gou gu guan guo han hang hao he hong hou hu hua huang huo ji jia"
                  + " jian jiang jiao jin jing ju kang ke kong lai lan lei leng li lian liang liao lin ling liu"
                  + " long lou lu luo lv ma mao mei meng miao min mo mu ni nie ning niu ouyang pan pang pei peng"
                  + " pi pu qi qian qiao qin qiu qu quan ran ren rong ruan shangguan shao shen sheng shi shu sima"
                  + " song su sui sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xian xiang"
                  + " xiao xie xin xing xiong xu xuan xue yan yang yao ye yi yin ying you yu yuan yue yun zang"
                  + " zeng zha zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zhuo zong zou zu zuo")
              .split(" "));

  private static final Set<String> LABELS =
      Set.of(
          "name",
          "cardholder",
          "holder",
          "owner",
          "insured",
          "passenger",
          "contact",
          "driver",
          "applicant",
          "beneficiary",
          "recipient",
          "consignee",
          "customer",
          "guest",
          "payee");

  private final CharSequence text;
  private final Grounds grounds;
  private final String folded;

  /**
   * Names of a text.
   *
   * @param folded the text with letters of full width folded, character for character
   */
  LatinNames(CharSequence text, String folded, Grounds grounds) {
    this.text = text;
    this.folded = folded;
    this.grounds = grounds;
  }

  void find(Consumer<Finding> found) {
    Matcher words = WORDS.matcher(folded);
    int from = 0;
    while (words.find(from)) {
      from = words.end();
      if (name(words.group())) {
        tell(words.start(), words.end(), found);
      }
    }
  }

  private static boolean name(String words) {
    String[] parts = words.toLowerCase(Locale.ROOT).split(",? ");
    for (String part : parts) {
      if (!GIVEN.matcher(part).matches()) {
        return false;
      }
    }
    return SURNAMES.contains(parts[0]) || SURNAMES.contains(parts[parts.length - 1]);
  }

  private void tell(int start, int end, Consumer<Finding> found) {
    boolean label = grounds.labelled(start) || labelled(start);
    boolean number = grounds.besideNumber(start, end) && (label || capitals(start, end));
    if (label || number) {
      Confidence confidence =
          label && number ? Confidence.HIGH : label ? Confidence.MEDIUM : Confidence.LOW;
      String value = text.subSequence(start, end).toString();
      found.accept(
          new Finding(
              FoundClass.NAME,
              new Span(start, end),
              confidence,
              PersonalText.of(value),
              Finding.Form.WHOLE));
    }
  }

  /** Whether an English label with a colon stands before it. */
  private boolean labelled(int start) {
    int colon = start - 1;
    while (colon > 0 && start - colon < 4 && folded.charAt(colon) == ' ') {
      colon--;
    }
    if (colon <= 0 || ":：=".indexOf(folded.charAt(colon)) < 0) {
      return false;
    }
    int end = colon;
    while (end > 0 && folded.charAt(end - 1) == ' ') {
      end--;
    }
    int begin = end;
    while (begin > 0 && end - begin < 16 && letter(folded.charAt(begin - 1))) {
      begin--;
    }
    return LABELS.contains(folded.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  /** Whether each word begins with a capital. */
  private boolean capitals(int start, int end) {
    for (int i = start; i < end; i++) {
      boolean first = i == start || folded.charAt(i - 1) == ' ';
      if (first && !Character.isUpperCase(folded.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
