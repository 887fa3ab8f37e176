package io.tidemark.custody.calls;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Permit;
import io.tidemark.calls.line.Heard;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import io.tidemark.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What the ledger says of calls: whose number it was and what became of the call, and neither
 * number. Both stand behind a commitment whose random part goes when the call is forgotten; from
 * then on nothing leads from the entry to a number. Stateless.
 */
final class CallEntries {
  private static final int NONCE = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CallEntries() {}

  /** Hides one call. */
  static byte[] nonce() {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    return nonce;
  }

  /** The commitment to who rang whom when. */
  static Digest commitment(byte[] nonce, long number, OptionalLong caller, UUID call) {
    return Digest.sha256(
        "tidemark alias call v1\n".getBytes(StandardCharsets.UTF_8),
        nonce,
        ByteBuffer.allocate(33)
            .putLong(number)
            .put((byte) (caller.isPresent() ? 1 : 0))
            .putLong(caller.orElse(0))
            .putLong(call.getMostSignificantBits())
            .putLong(call.getLeastSignificantBits())
            .array());
  }

  /**
   * The entry of a call that is held against a binding.
   *
   * @param number the token of the number that rang
   */
  static Entry entry(
      Register register, Actor actor, CallBook.Call call, long number, Optional<Permit> permit) {
    String kind = call.heard() == Heard.OTHER ? "alias-sighting" : "alias-call";
    return entry(kind, register, actor, call, number, permit).build();
  }

  /** The entry of a call whose answer was asked for again; it counts nothing. */
  static Entry again(
      Register register, Actor actor, CallBook.Call call, long number, Optional<Permit> permit) {
    return entry("alias-call-again", register, actor, call, number, permit).build();
  }

  private static Entry.Builder entry(
      String kind,
      Register register,
      Actor actor,
      CallBook.Call call,
      long number,
      Optional<Permit> permit) {
    CallBook.Bound bound = call.bound().orElseThrow();
    OptionalLong caller =
        call.caller().map(one -> OptionalLong.of(one.token())).orElse(OptionalLong.empty());
    Entry.Builder entry = register.begin(kind, actor);
    permit.ifPresent(one -> entry.line(Vault.PERMIT_LINE, one.digest()));
    entry
        .line("call", commitment(call.nonce(), number, caller, call.call()))
        .line("by", call.heard().id())
        .line("party", bound.holder().party())
        .line("purpose", bound.holder().purpose())
        .line("bound-by", bound.begun())
        .line("did", call.did().name().toLowerCase(Locale.ROOT));
    call.why().ifPresent(why -> entry.line("rule", why.refusal().rule()));
    return entry;
  }
}
