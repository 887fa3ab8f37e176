package io.tidemark.store.register;

import io.tidemark.authorise.Basis;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.NoLongerAllowed;
import io.tidemark.authorise.Permit;
import io.tidemark.authorise.StillStands;
import io.tidemark.disclose.DisclosureOpened;
import io.tidemark.terms.GrantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a release rests on, as the database holds it in the transaction of its entry: there it
 * counts, whatever another process knew before.
 */
final class ReleaseBasis {
  /** A copy that was never delivered gives its people back. */
  static final String USED =
      "select coalesce(sum(people), 0) from disclosure where grant_id = ? and opened_at >= ? and state <> 'not-delivered'";

  private ReleaseBasis() {}

  /**
   * Uses an approved request up, records an emergency, and asks a grant once more; throws {@link
   * NoLongerAllowed} where it no longer stands, {@link io.tidemark.rights.WillChanged} where
   * somebody on the list does not want it any more.
   */
  static void hold(Connection connection, long index, DisclosureOpened opened) throws SQLException {
    PartnerChanges.hold(connection, opened.permit().actor());
    ConsentSets.hold(connection, opened.footing(), opened.records());
    Basis basis = opened.permit().basis();
    if (basis instanceof Basis.ApprovedRequest approved) {
      Requests.use(connection, approved.request().id(), opened.at());
    } else if (basis instanceof Basis.BrokenGlass broken) {
      Requests.insert(connection, index, broken.request(), opened.records());
    } else if (basis instanceof Basis.StandingGrant standing) {
      stands(connection, Grants.fresh(connection, standing.grant().id()), opened);
    }
  }

  private static void stands(Connection connection, Grant fresh, DisclosureOpened opened)
      throws SQLException {
    long used =
        fresh.limits().quota().isEmpty()
            ? 0
            : used(connection, fresh.id(), fresh.limits().quota().get().since(opened.at()));
    StillStands.refusal(fresh, opened.permit(), (grant, since) -> used, opened.at())
        .ifPresent(
            refusal -> {
              throw new NoLongerAllowed(refusal);
            });
  }

  private static long used(Connection connection, GrantId grant, Instant since)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(USED)) {
      select.setString(1, grant.text());
      select.setObject(2, since.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The grant that a release counts against. */
  static @Nullable String grant(Permit permit) {
    return permit.basis() instanceof Basis.StandingGrant standing
        ? standing.grant().id().text()
        : null;
  }
}
