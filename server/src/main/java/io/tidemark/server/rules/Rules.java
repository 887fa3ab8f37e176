package io.tidemark.server.rules;

import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.approval.Approvals;
import io.tidemark.custody.Approval;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Meaning;
import io.tidemark.custody.Register;
import io.tidemark.custody.Selecting;
import io.tidemark.custody.Twins;
import io.tidemark.custody.Workshop;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.OwnRights;
import io.tidemark.store.home.Workshops;
import io.tidemark.store.register.RulesVersion;
import io.tidemark.vault.Vault;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what is in force, again whenever the database says that something that decides has changed,
 * by whatever node. Thread-safe.
 */
@Component
public class Rules {
  private final Home home;
  private final Clock clock;
  private final RulesVersion versions;
  private volatile @Nullable InForce last;

  /** The rules of this home. */
  public Rules(Home home, Clock clock) {
    this.home = home;
    this.clock = clock;
    this.versions = home.rulesVersion();
  }

  /** What counts now. */
  public InForce inForce() {
    return inForce(versions.now());
  }

  /** What counts since the database counted this version, asked in the same request, or later. */
  public InForce inForce(long version) {
    InForce known = last;
    if (known != null && known.version() >= version) {
      return known;
    }
    InForce read = read(version);
    last = read;
    return read;
  }

  private InForce read(long version) {
    String text =
        home.policies()
            .current()
            .orElseThrow(() -> new IllegalStateException("the home was not laid down to its end"));
    InForce known = last;
    Policy policy = known != null && known.policyText().equals(text) ? known.policy() : parse(text);
    Chain chain = home.chain().chain();
    Authority authority = new Authority(policy, chain, home.disclosures());
    Register register = new Register(home.journal(), policy, clock);
    Vault vault = home.vault();
    Workshop workshop = Workshops.of(home, vault, policy, chain);
    Selecting selecting = new Selecting(vault, home.shelf(), register, authority);
    return new InForce(
        version,
        text,
        policy,
        chain,
        authority,
        register,
        selecting,
        new Meaning(selecting, home.paces(), register, authority),
        new Asking(
            register,
            authority,
            workshop,
            (records, to) -> new Twins(home.disclosures().holdersOfExactly(records, to)),
            home.consents()),
        new Approval(register, new Approvals(chain, home.chain().delegations())),
        new OwnRights(home, vault, register, authority, chain));
  }

  private static Policy parse(String text) {
    try {
      return PolicyFile.read(SettingsFile.of("policy.yaml", text));
    } catch (BadSettings e) {
      throw new IllegalStateException("the recorded policy cannot be read", e);
    }
  }
}
