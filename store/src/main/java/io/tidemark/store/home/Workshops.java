package io.tidemark.store.home;

import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.custody.NumberPool;
import io.tidemark.custody.Register;
import io.tidemark.custody.Workshop;
import io.tidemark.custody.calls.PartyNumbers;
import io.tidemark.custody.calls.Switching;
import io.tidemark.vault.Vault;

/** The keys and tools of a home under what counts at one moment. */
public final class Workshops {
  private Workshops() {}

  /** The workshop of this home. */
  public static Workshop of(Home home, Vault vault, Policy policy, Chain chain) {
    return new Workshop(
        home.keys(),
        vault,
        home.shelf(),
        home.disclosures(),
        policy,
        chain.parties().size(),
        honey(home, vault),
        aliases(home, vault));
  }

  /** The numbers that the operator monitors. */
  public static NumberPool honey(Home home, Vault vault) {
    return new NumberPool(
        home.keys(), vault, home.shelf(), home.disclosures(), home.honeyNumbers(), home.aliases());
  }

  /** The alias numbers of this home. */
  public static AliasNumbers aliases(Home home, Vault vault) {
    return new AliasNumbers(
        home.keys(), vault, home.shelf(), home.disclosures(), home.honeyNumbers(), home.aliases());
  }

  /** The numbers from which parties call them. */
  public static PartyNumbers partyNumbers(Home home, Vault vault) {
    return new PartyNumbers(home.keys(), vault, home.calls());
  }

  /** Who answers calls to them, under what counts at this moment. */
  public static Switching switching(
      Home home, Vault vault, Register register, Authority authority, Chain chain) {
    return new Switching(
        vault,
        home.consents(),
        home.calls(),
        partyNumbers(home, vault),
        register,
        authority,
        chain);
  }
}
