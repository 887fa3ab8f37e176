package io.tidemark.app.ledger;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.Sm2Key;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The signature by SM2 under the published head, in a home of the suite {@code sm}. */
public final class SecondSignature {
  private SecondSignature() {}

  /**
   * What is wrong with it: it is missing, does not verify, or the first entry names another key.
   */
  public static Optional<Words> fault(Home home) throws IOException {
    Optional<Sm2Key> key = home.ledger().sm2Key();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedNote head = home.ledger().tiles().checkpoint();
      if (head != null) {
        key.get().require(head);
      }
      return founded(home).equals(List.of(key.get().vkey()))
          ? Optional.empty()
          : Optional.of(
              new Words(
                  "账本首条所载的 SM2 公钥不是此目录的",
                  "the first entry names another SM2 key than this home has"));
    } catch (LedgerException e) {
      return Optional.of(
          new Words(
              "账本头没有有效的 SM2 签名：" + e.getMessage(),
              "the head has no SM2 signature that holds: " + e.getMessage()));
    }
  }

  private static List<String> founded(Home home) {
    try {
      return Entry.parse(home.entries(0, 1).get(0)).values(Sm2Key.LINE);
    } catch (Entry.BadEntry e) {
      return List.of();
    }
  }
}
