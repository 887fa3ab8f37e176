package io.tidemark.find.people;

import io.tidemark.classify.CheckDigits;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Raises what other findings bear out: a phone number with a plate beside it is surer than alone.
 * Microsoft Purview, from whose levels ours are taken, asks for the same of its highest: evidence
 * of another kind near the pattern.
 *
 * <p>A finding rises by one step where at least one of another kind stands near it that is by
 * itself no less than {@link Confidence#MEDIUM}. What is raised bears nobody out, so order does not
 * count and nothing spreads. Names bear out only where they are {@code high}, and never rise: a
 * number beside a name has made the name surer already. A number whose check character is wrong
 * never rises either. Stateless; time and memory grow with the number of findings.
 */
public final class Corroboration {
  /** How many UTF-16 units may stand between two findings of a text: two or three short lines. */
  public static final int NEAR = 60;

  private static final int IDENTITY = 18;
  private static final Set<FoundClass> TELEPHONES =
      EnumSet.of(FoundClass.MOBILE, FoundClass.LANDLINE, FoundClass.MACHINE_NUMBER);

  private Corroboration() {}

  /**
   * Findings of one message, which bear each other out within {@link #NEAR}.
   *
   * @param findings in any order, their spans in one text
   * @return as many in the same order, none less sure than before
   */
  public static List<Finding> inText(List<Finding> findings) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> findings.get(i).span()));
    boolean[] borneOut = new boolean[findings.size()];
    Nearest before = new Nearest();
    for (int i : order) {
      Finding one = findings.get(i);
      borneOut[i] = one.span().start() - before.otherThan(one) <= NEAR;
      before.pass(one, one.span().end());
    }
    Nearest behind = new Nearest();
    for (int at = order.size() - 1; at >= 0; at--) {
      Finding one = findings.get(order.get(at));
      borneOut[order.get(at)] |= -behind.otherThan(one) - one.span().end() <= NEAR;
      behind.pass(one, -one.span().start());
    }
    return raised(findings, borneOut);
  }

  /**
   * Findings of one record, such as a row of a table or a picture, which all bear each other out.
   *
   * @param findings in any order
   * @return as many in the same order, none less sure than before
   */
  public static List<Finding> inRecord(List<Finding> findings) {
    Nearest all = new Nearest();
    findings.forEach(one -> all.pass(one, 0));
    boolean[] borneOut = new boolean[findings.size()];
    for (int i = 0; i < borneOut.length; i++) {
      borneOut[i] = all.otherThan(findings.get(i)) == 0;
    }
    return raised(findings, borneOut);
  }

  private static List<Finding> raised(List<Finding> findings, boolean[] borneOut) {
    List<Finding> raised = new ArrayList<>(findings.size());
    for (int i = 0; i < borneOut.length; i++) {
      Finding one = findings.get(i);
      boolean rises = borneOut[i] && one.confidence() != Confidence.HIGH && mayRise(one);
      raised.add(
          rises
              ? new Finding(
                  one.found(), one.span(), one.confidence().raised(), one.value(), one.form())
              : one);
    }
    return raised;
  }

  private static boolean mayRise(Finding one) {
    return switch (one.found()) {
      case NAME -> false;
      case IDENTITY_NUMBER, RESIDENCE_PERMIT ->
          one.form() != Finding.Form.WHOLE || checks(one.value().reveal(Reveal.CLASSIFY));
      default -> true;
    };
  }

  private static boolean checks(String number) {
    return number.length() != IDENTITY
        || CheckDigits.identity(number.substring(0, IDENTITY - 1)) == number.charAt(IDENTITY - 1);
  }

  /** The classes that tell the same about somebody, by the first of them. */
  private static FoundClass family(Finding one) {
    FoundClass found = one.found();
    if (TELEPHONES.contains(found)) {
      return FoundClass.MOBILE;
    }
    return switch (found) {
      case IDENTITY_NUMBER_15, RESIDENCE_PERMIT, PASSPORT, TRAVEL_PERMIT, CREDIT_CODE ->
          FoundClass.IDENTITY_NUMBER;
      default -> found;
    };
  }

  /** The furthest places that witnesses of two families reach. Not thread-safe. */
  private static final class Nearest {
    /** So far away that no text reaches it. */
    private static final int NOWHERE = Integer.MIN_VALUE / 2;

    private FoundClass first = FoundClass.NAME;
    private int firstAt = NOWHERE;
    private int secondAt = NOWHERE;

    /** The furthest place of a witness of another family. */
    int otherThan(Finding one) {
      return family(one) == first ? secondAt : firstAt;
    }

    void pass(Finding one, int place) {
      Confidence least = one.found() == FoundClass.NAME ? Confidence.HIGH : Confidence.MEDIUM;
      if (one.confidence().compareTo(least) < 0) {
        return;
      }
      FoundClass family = family(one);
      if (family == first) {
        firstAt = Math.max(firstAt, place);
      } else if (place >= firstAt) {
        secondAt = firstAt;
        first = family;
        firstAt = place;
      } else {
        secondAt = Math.max(secondAt, place);
      }
    }
  }
}
