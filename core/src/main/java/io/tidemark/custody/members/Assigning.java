package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.members.BooksAssigned.Owner;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Assigning customers to books and claims to their handlers, line by line and then recorded as one
 * entry. The last line about a policy or a claim counts. Not thread-safe.
 */
public final class Assigning {
  private static final int BATCH = 20_000;

  private final Register register;
  private final Shelf shelf;
  private final Tokens tokens;
  private final Labels labels;
  private final Map<Long, Owner> owners = new HashMap<>();
  private final Map<UUID, Handled> claims = new HashMap<>();

  private record Handled(long policy, String handler) {}

  /** Finds policies on this shelf, recorded in this register. */
  public Assigning(Register register, Shelf shelf, Tokens tokens, LocalDate today) {
    this.register = register;
    this.shelf = shelf;
    this.tokens = tokens;
    this.labels = Labels.asOf(today);
  }

  /**
   * What was assigned.
   *
   * @param assigned how many policies or claims
   * @param unknown how many lines name a policy that is not in custody
   */
  public record Assigned(long assigned, long unknown) {}

  /** The recorded refusal of an actor who may not assign; nothing when the actor may. */
  public Optional<Refusal> refusal(Actor actor) {
    return register.unlessMay(actor, Act.ASSIGN);
  }

  /** A policy is in this book from now on. */
  public void book(String policyNumber, Owner owner) {
    owners.put(policy(policyNumber), owner);
  }

  /** A claim is about this policy and handled by this person from now on. */
  public void claim(String number, String policyNumber, String handler) {
    UUID claim = tokens.reference(labels.label(FieldClass.POLICY_NUMBER, number).canonical());
    claims.put(claim, new Handled(policy(policyNumber), handler));
  }

  private long policy(String number) {
    return tokens.locator(
        Locator.POLICY_NUMBER, labels.label(FieldClass.POLICY_NUMBER, number).canonical());
  }

  /**
   * Records the books that were named.
   *
   * @param file SHA-256 of the file that names them
   */
  public Recorded.Done<Assigned> books(Actor actor, Digest file) {
    Map<Long, RoaringBitmap> found = find(owners.keySet());
    Map<Integer, Owner> byRecord = new HashMap<>();
    found.forEach(
        (token, records) -> records.forEach((int one) -> byRecord.put(one, owners.get(token))));
    Assigned assigned = new Assigned(byRecord.size(), owners.size() - found.size());
    return record(actor, "books", file, assigned, new BooksAssigned(byRecord));
  }

  /**
   * Records the claims that were named.
   *
   * @param file SHA-256 of the file that names them
   */
  public Recorded.Done<Assigned> claims(Actor actor, Digest file) {
    Map<Long, RoaringBitmap> found =
        find(claims.values().stream().map(Handled::policy).distinct().toList());
    List<ClaimsAssigned.Claim> handled = new ArrayList<>();
    long unknown = 0;
    for (Map.Entry<UUID, Handled> claim : claims.entrySet()) {
      RoaringBitmap records = found.getOrDefault(claim.getValue().policy(), new RoaringBitmap());
      unknown += records.isEmpty() ? 1 : 0;
      records.forEach(
          (int record) ->
              handled.add(
                  new ClaimsAssigned.Claim(claim.getKey(), record, claim.getValue().handler())));
    }
    Assigned assigned = new Assigned(claims.size() - unknown, unknown);
    return record(actor, "claims", file, assigned, new ClaimsAssigned(handled));
  }

  private Recorded.Done<Assigned> record(
      Actor actor, String what, Digest file, Assigned assigned, Journal.Consequence consequence) {
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("assignment", actor)
                    .line("of", what)
                    .line("source-sha256", file)
                    .line("assigned", assigned.assigned())
                    .line("unknown", assigned.unknown())
                    .build(),
                consequence);
    return new Recorded.Done<>(assigned, receipt);
  }

  private Map<Long, RoaringBitmap> find(java.util.Collection<Long> policies) {
    Map<Long, RoaringBitmap> found = new HashMap<>();
    List<Long> all = List.copyOf(policies);
    for (int from = 0; from < all.size(); from += BATCH) {
      found.putAll(
          shelf.find(Locator.POLICY_NUMBER, all.subList(from, Math.min(all.size(), from + BATCH))));
    }
    return found;
  }
}
