package io.tidemark.app.scan;

import io.tidemark.app.Stop;
import io.tidemark.app.files.FileDigest;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Revealing;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds findings back until the ledger says that they are shown: at most {@link #BATCH} values have
 * one entry. What is not recorded is never passed on.
 */
public final class Recording implements Account {
  /** Files that were begun: what was found in a picture may be told some hundreds later. */
  private static final int REMEMBERED = 1_000;

  /** The most values of one entry. */
  public static final int BATCH = 10_000;

  private final Account behind;
  private final Revealing revealing;
  private final Actor actor;
  private final String why;
  private final List<Sighting> held = new ArrayList<>();
  private final Map<String, Digest> material = new LinkedHashMap<>();
  private final List<Long> entries = new ArrayList<>();
  private final Map<String, Digest> begun = new LinkedHashMap<>();
  private Digest current = Digest.sha256("");

  /**
   * @param behind is told of what was recorded
   */
  public Recording(Account behind, Revealing revealing, Actor actor, String why) {
    this.behind = behind;
    this.revealing = revealing;
    this.actor = actor;
    this.why = why;
  }

  @Override
  public void begun(Item item) throws IOException {
    begun(FileDigest.of(item.file()));
    begun.remove(item.path());
    begun.put(item.path(), current);
    if (begun.size() > REMEMBERED) {
      begun.remove(begun.keySet().iterator().next());
    }
    behind.begun(item);
  }

  /** What is found from here on stands in this material. */
  public void begun(Digest digest) {
    current = digest;
  }

  @Override
  public void sighted(Sighting sighting) throws IOException {
    held.add(sighting);
    material.put(sighting.path(), begun.getOrDefault(sighting.path(), current));
    if (held.size() == BATCH) {
      show();
    }
  }

  @Override
  public void skipped(Skipped skipped) throws IOException {
    behind.skipped(skipped);
  }

  /** Records and passes on what is held. */
  public void show() throws IOException {
    if (held.isEmpty()) {
      return;
    }
    List<CaseFile.Material> files =
        material.entrySet().stream()
            .map(one -> new CaseFile.Material(one.getKey(), one.getValue()))
            .toList();
    Recorded<Long> end =
        revealing.show(actor, CaseFile.Material.digest(files), files.size(), held.size(), why);
    Recorded.Done<Long> done =
        end.either(
            recorded -> recorded,
            refused -> {
              throw Stop.refused(refused.refusal());
            });
    entries.add(done.receipt().index());
    for (Sighting sighting : held) {
      behind.sighted(sighting);
    }
    held.clear();
    material.clear();
  }

  /** The entries that say so. */
  public List<Long> entries() {
    return entries;
  }
}
