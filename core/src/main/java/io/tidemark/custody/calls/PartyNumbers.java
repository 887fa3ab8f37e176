package io.tidemark.custody.calls;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.calls.line.NationalNumber;
import io.tidemark.custody.NumberSafe;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.disclose.SealedNumber;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The numbers from which parties call alias numbers, and how calling numbers are kept: sealed,
 * found by a keyed token, as all numbers are. Thread-safe.
 */
public final class PartyNumbers {
  /** The most numbers in one step. */
  public static final int LARGEST = 10_000;

  private final NumberSafe safe;
  private final byte[] names;
  private final CallBook book;

  /** Numbers under these keys, in this book. */
  public PartyNumbers(KeyRing keys, Vault vault, CallBook book) {
    this.safe = new NumberSafe(keys, KeyRing.Use.ALIAS, "calling", vault);
    this.names = keys.derive(KeyRing.Use.ALIAS, "call names");
    this.book = book;
  }

  /**
   * What was registered.
   *
   * @param numbers how many numbers the step named
   * @param unsound how many lines are no number
   * @param all how many the party has now
   */
  public record Registered(int numbers, int unsound, int all) {}

  /** From now on calls from these numbers are the party's. */
  public Recorded<Registered> add(
      Actor actor, String party, List<PersonalText> lines, Register register) {
    return change(actor, party, lines, true, register);
  }

  /** From now on calls from these numbers are not the party's any more. */
  public Recorded<Registered> remove(
      Actor actor, String party, List<PersonalText> lines, Register register) {
    return change(actor, party, lines, false, register);
  }

  private Recorded<Registered> change(
      Actor actor, String party, List<PersonalText> lines, boolean adds, Register register) {
    if (!actor.may(Act.KEEP_ALIASES)) {
      return register.notYourDuty(actor, Act.KEEP_ALIASES);
    }
    if (lines.size() > LARGEST) {
      throw new IllegalArgumentException("at most " + LARGEST + " lines at a time");
    }
    Map<Long, PersonalText> numbers = new LinkedHashMap<>();
    int sound = 0;
    for (PersonalText line : lines) {
      PersonalText number = NationalNumber.of(line).orElse(PersonalText.of(""));
      if (!number.isEmpty()) {
        numbers.putIfAbsent(token(number), number);
        sound++;
      }
    }
    List<SealedNumber> added = new ArrayList<>();
    if (adds) {
      numbers.values().forEach(number -> added.add(sealed(number)));
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("alias-callers", actor)
                    .line("party", party)
                    .line("what", adds ? "added" : "removed")
                    .line("numbers", numbers.size())
                    .line("digest", safe.digest(List.copyOf(numbers.values())))
                    .build(),
                new CallBook.CallersChanged(
                    party, added, adds ? List.of() : List.copyOf(numbers.keySet())));
    return new Recorded.Done<>(
        new Registered(numbers.size(), lines.size() - sound, book.callers(party)), receipt);
  }

  /** The token under which a number in its national form is found, here and everywhere. */
  long token(PersonalText number) {
    return safe.token(number);
  }

  /** A number as it is kept. */
  SealedNumber sealed(PersonalText number) {
    return new SealedNumber(token(number), safe.seal(number), false, 0);
  }

  /** A number that was kept. */
  PersonalText open(SealedNumber number) {
    return safe.open(number);
  }

  /** The name under which a call is kept: the protocol's own may hold addresses. */
  UUID callName(String id) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Digest.sha256(names, id.getBytes(StandardCharsets.UTF_8)).bytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
