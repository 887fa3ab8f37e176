package io.tidemark.evidence;

import io.tidemark.calls.campaign.Campaign;
import io.tidemark.calls.said.Spread;
import io.tidemark.calls.source.Weighing;
import java.util.List;
import java.util.Optional;

/**
 * The result of one inquiry into calls with everything that its answer was computed from. Its bytes
 * are what the attribution's ledger entry commits to. It holds the calling numbers of campaigns,
 * and of the people who were called only how many days of cover they had left, what the caller
 * knew, and who had been given them: nothing that says who they are.
 *
 * @param id the case
 * @param attempt which attempt at the case it is, from 1
 * @param material what was read
 * @param calls how many calls were read
 * @param about how many of them count
 * @param consented how many reached people who consented to be called, and do not
 * @param people how many people in custody were called
 * @param campaigns the surest first
 * @param together whose list explains all calls taken together, where they are few enough
 */
public record CallCase(
    String id,
    int attempt,
    List<CaseFile.Material> material,
    long calls,
    long about,
    long consented,
    int people,
    List<Found> campaigns,
    Optional<Weighing> together) {
  /** Copies the lists. */
  public CallCase {
    material = List.copyOf(material);
    campaigns = List.copyOf(campaigns);
  }

  /**
   * A campaign.
   *
   * @param said who its callers said they were
   * @param source whose list it works from; not asked for where there are many campaigns
   */
  public record Found(Campaign campaign, Spread said, Optional<Weighing> source) {}
}
