package io.tidemark.server.partner;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.server.http.KnownCaller;

/** A partner's system that was let in, for one request. */
public final class PartnerCaller extends KnownCaller {
  private static final long serialVersionUID = 1L;

  private final String party;
  private final transient PartnerChain chain;

  PartnerCaller(String party, PartnerChain chain) {
    this.party = party;
    this.chain = chain;
  }

  /** Whose system it is. */
  public String party() {
    return party;
  }

  @Override
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
}
