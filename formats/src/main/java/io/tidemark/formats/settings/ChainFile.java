package io.tidemark.formats.settings;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.Policy;
import io.tidemark.terms.Party;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.List;

/** {@code chain.yaml}: parties, people and grants. */
public final class ChainFile {
  private ChainFile() {}

  /** What reading the file is for. */
  public enum Mode {
    /** The founding act: grants are usable at once. */
    FOUNDING(Grant.State.FOUNDING),
    /** A change: grants wait for their named approvers. */
    PROPOSED(Grant.State.PROPOSED);

    final Grant.State state;

    Mode(Grant.State state) {
      this.state = state;
    }

    Words words() {
      return this == FOUNDING ? new Words("创始授权", "founding") : new Words("待批准", "proposed");
    }
  }

  /**
   * A chain after a file was applied to it.
   *
   * @param chain what was there, with the additions and changes
   * @param parties those that are new or different
   * @param people those that are new or different
   * @param grants the new ones; a grant whose terms an existing one that is not revoked already has
   *     is not added again
   * @param changes the additions and changes for people, in the order of the file; empty when
   *     everything was there
   */
  public record Applied(
      Chain chain,
      List<Party> parties,
      List<Person> people,
      List<Grant> grants,
      List<Words> changes) {
    /** Copies the lists. */
    public Applied {
      parties = List.copyOf(parties);
      people = List.copyOf(people);
      grants = List.copyOf(grants);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Applies the file to {@code existing}, which it may refer to.
   *
   * @param policy whose purposes and ceilings bound the grants
   * @param today grants must not have ended before
   * @throws BadSettings with every mistake; nothing is applied then
   */
  public static Applied read(
      SettingsFile file, Chain existing, Policy policy, LocalDate today, Mode mode)
      throws BadSettings {
    Faults faults = new Faults(file.name());
    Value root = PlainYaml.root(file, faults);
    Applied applied = new ChainReader(existing, policy, today, mode).read(root);
    faults.check();
    return applied;
  }
}
