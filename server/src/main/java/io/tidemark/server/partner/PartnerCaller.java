package io.tidemark.server.partner;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerChain;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A partner's system that was let in, for one request. */
public final class PartnerCaller extends AbstractAuthenticationToken implements Principal {
  private static final long serialVersionUID = 1L;

  private final String party;
  private final transient PartnerChain chain;

  PartnerCaller(String party, PartnerChain chain) {
    super(List.of());
    this.party = party;
    this.chain = chain;
    setAuthenticated(true);
  }

  /** Whose system it is. */
  public String party() {
    return party;
  }

  /** Who acts. */
  public Actor actor() {
    return Actor.partner(party);
  }

  /** Its certificate. */
  public CertificateFacts certificate() {
    return CertificateFacts.of(chain.own());
  }

  PartnerChain chain() {
    return chain;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return actor().id();
  }

  @Override
  public String getName() {
    return actor().id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "PartnerCaller[" + party + "]";
  }
}
