package io.tidemark.find.number;

import io.tidemark.classify.Provinces;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a spreadsheet wrote as powers of ten: 4.40305E+17 was an identity number,
 * 1.38123E+10 a mobile number, 6.22202E+18 a bank card. Their last digits are lost.
 */
final class Damaged implements CodeClass {
  private static final int WEIGHT = 97;
  private static final int IDENTITY = 17;
  private static final int MOBILE = 10;

  @Override
  public void find(Stretch in, Candidates out) {
    for (int e = 3; e + 2 < in.size(); e++) {
      if (in.kind(e) == Signs.LETTER && in.face(e) == 'E' && Edges.digit(in, e - 1)) {
        around(in, e, out);
      }
    }
  }

  private static void around(Stretch in, int e, Candidates out) {
    int begin = e - 1;
    while (begin > 0 && Edges.digit(in, begin - 1)) {
      begin--;
    }
    boolean point = begin >= 2 && in.kind(begin - 1) == Signs.GAP && in.face(begin - 1) == '.';
    int from = begin - 2;
    int power = in.face(e + 1) == '+' ? e + 2 : e + 1;
    boolean two = Edges.digit(in, power) && Edges.digit(in, power + 1);
    boolean alone =
        point
            && Edges.digit(in, from)
            && two
            && !Edges.digit(in, power + 2)
            && !Edges.digit(in, from - 1);
    if (!alone) {
      return;
    }
    int exponent = 10 * in.digit(power) + in.digit(power + 1);
    FoundClass found = found(exponent, in.digit(from), in.digit(begin));
    if (found != null) {
      StringBuilder value = new StringBuilder();
      for (int i = from; i < power + 2; i++) {
        value.append(in.digit(i) >= 0 ? (char) ('0' + in.digit(i)) : in.face(i));
      }
      out.add(in, from, power + 2, found, 1, value.toString(), Finding.Form.DAMAGED, WEIGHT);
    }
  }

  private static @Nullable FoundClass found(int exponent, int first, int second) {
    if (exponent == IDENTITY && Provinces.known(10 * first + second)) {
      return FoundClass.IDENTITY_NUMBER;
    }
    if (exponent == MOBILE && first == 1 && second >= 3) {
      return FoundClass.MOBILE;
    }
    boolean card = exponent == 15 || exponent == 18;
    return card && first == 6 && second == 2 ? FoundClass.BANK_CARD : null;
  }
}
