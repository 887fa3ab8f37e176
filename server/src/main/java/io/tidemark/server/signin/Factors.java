package io.tidemark.server.signin;

import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.tidemark.server.ProviderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody proved to the provider who they are as strongly, and as lately, as the operator
 * asks. What the token does not say did not happen. Immutable, thread-safe.
 *
 * @param wanted what the operator asks
 */
record Factors(ProviderSettings.Strength wanted) {
  /** Methods of RFC 8176 by kind; those by telephone are left out, they prove little. */
  private static final List<Set<AMR>> KINDS =
      List.of(
          Set.of(AMR.PWD, AMR.PIN, AMR.KBA),
          Set.of(AMR.OTP, AMR.HWK, AMR.SWK, AMR.SC),
          Set.of(AMR.FACE, AMR.FPT, AMR.IRIS, AMR.VBM));

  private static final Comparator<AMR> BY_NAME = Comparator.comparing(AMR::getValue);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** What the token proves, in words of ours or the operator's; nothing when it is not enough. */
  Optional<String> proven(IDTokenClaimsSet claims, Instant now) {
    return isLate(claims.getAuthenticationTime(), now)
        ? Optional.empty()
        : wanted.acr().isEmpty() ? methods(claims) : context(claims.getACR());
  }

  private boolean isLate(@Nullable Date proved, Instant now) {
    return proved == null
        || proved.toInstant().isBefore(now.minus(wanted.age()).minus(CLOCKS_DIFFER));
  }

  private Optional<String> context(@Nullable ACR named) {
    return wanted.acr().stream()
        .filter(one -> named != null && one.equals(named.getValue()))
        .findFirst()
        .map(one -> "acr " + one);
  }

  private static Optional<String> methods(IDTokenClaimsSet claims) {
    List<AMR> named = claims.getAMR() == null ? List.of() : claims.getAMR();
    List<AMR> known =
        Stream.concat(Stream.of(Set.of(AMR.MFA)), KINDS.stream())
            .flatMap(kind -> kind.stream().filter(named::contains).sorted(BY_NAME).limit(1))
            .toList();
    return named.contains(AMR.MFA) || known.size() > 1
        ? Optional.of("amr " + String.join(" ", known.stream().map(AMR::getValue).toList()))
        : Optional.empty();
  }
}
