package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import java.util.List;

/** A value that has one spelling only: it leaves as it came and carries nothing. */
record Plain(PersonalText content) implements Parsed {
  @Override
  public List<Carrier> carriers() {
    return List.of();
  }

  @Override
  public PersonalText render(int[] choice) {
    return content;
  }

  @Override
  public List<Shown> read(PersonalText leaked) {
    return List.of();
  }
}
