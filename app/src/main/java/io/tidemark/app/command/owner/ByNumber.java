package io.tidemark.app.command.owner;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.TypedLines;
import io.tidemark.custody.Subjects;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import picocli.CommandLine.Option;

/** One number of somebody, of which kind; the number itself never stands among the arguments. */
public final class ByNumber {
  @Option(
      names = "--plate",
      paramLabel = "-",
      description = {"按车牌号。", "By the plate."})
  private @Nullable String plate;

  @Option(
      names = "--phone",
      paramLabel = "-",
      description = {"按手机号。", "By the mobile number."})
  private @Nullable String phone;

  @Option(
      names = "--policy",
      paramLabel = "-",
      description = {"按保单号。", "By the policy number."})
  private @Nullable String policy;

  @Option(
      names = "--vin",
      paramLabel = "-",
      description = {"按车架号。", "By the VIN."})
  private @Nullable String vin;

  @Option(
      names = "--identity",
      paramLabel = "-",
      description = {"按证件号码。", "By the identity number."})
  private @Nullable String identity;

  public Locator kind() {
    if (plate != null) {
      return checked(Locator.PLATE, plate);
    }
    if (phone != null) {
      return checked(Locator.MOBILE, phone);
    }
    if (policy != null) {
      return checked(Locator.POLICY_NUMBER, policy);
    }
    return vin != null
        ? checked(Locator.VIN, vin)
        : checked(Locator.IDENTITY_NUMBER, Objects.requireNonNull(identity));
  }

  private static Locator checked(Locator kind, String typed) {
    if (!typed.equals("-")) {
      throw Stop.usage(
          "号码请写作 -，再在终端或标准输入给出：参数会留在进程列表里",
          "write - for the number and give it on the terminal or standard input: arguments stand"
              + " in the list of processes");
    }
    return kind;
  }

  /** The number, from the terminal or standard input. */
  public PersonalText typed(Language language) throws IOException {
    return typed(new TypedLines(language));
  }

  /** The number, as the next of these lines. */
  PersonalText typed(TypedLines lines) throws IOException {
    return lines.next(kind().field());
  }

  /** The number of one person, typed now. */
  Identifying.Number number(TypedLines lines) throws IOException {
    return new Identifying.Number(kind(), typed(lines));
  }

  /** The records under the number, which is typed now. */
  RoaringBitmap records(Session session, Language language) throws IOException {
    Subjects subjects =
        new Subjects(
            session.home().shelf(),
            session.vault().tokens(),
            kind(),
            LocalDate.now(session.clock()));
    subjects.add(typed(language).reveal(Reveal.INDEX));
    return subjects.found().records();
  }
}
