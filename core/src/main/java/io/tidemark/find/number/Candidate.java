package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.terms.PersonalText;

/**
 * What a stretch may hold.
 *
 * @param finding what would be found
 * @param weight the higher, the surer it is against others at its place
 */
public record Candidate(Finding finding, int weight) implements Comparable<Candidate> {
  static Candidate of(
      FoundClass found, Span span, Confidence confidence, String value, int weight) {
    return of(found, span, confidence, value, Finding.Form.WHOLE, weight);
  }

  static Candidate of(
      FoundClass found,
      Span span,
      Confidence confidence,
      String value,
      Finding.Form form,
      int weight) {
    return new Candidate(
        new Finding(found, span, confidence, PersonalText.of(value), form), weight);
  }

  /** The weightiest first, then the longest, then by place and class. */
  @Override
  public int compareTo(Candidate other) {
    if (weight != other.weight) {
      return Integer.compare(other.weight, weight);
    }
    int length = Integer.compare(other.finding.span().length(), finding.span().length());
    int place = length != 0 ? length : finding.span().compareTo(other.finding.span());
    return place != 0 ? place : finding.found().compareTo(other.finding.found());
  }
}
