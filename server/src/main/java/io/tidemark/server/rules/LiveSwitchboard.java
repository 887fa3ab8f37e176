package io.tidemark.server.rules;

import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.calls.line.Switchboard;
import io.tidemark.custody.calls.Switching;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.Workshops;
import io.tidemark.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers calls to alias numbers under the rules that are in force when they ring, by whatever node
 * they were changed. Thread-safe.
 */
@Component
public class LiveSwitchboard implements Switchboard {
  private final Home home;
  private final Rules rules;
  private final Vault vault;
  private volatile @Nullable UnderRules last;

  /** The switchboard of this home. */
  public LiveSwitchboard(Home home, Rules rules) {
    this.home = home;
    this.rules = rules;
    this.vault = home.vault();
  }

  /** Who answers as long as these rules are in force. */
  private record UnderRules(InForce rules, Switching switching) {}

  @Override
  public CallAnswer answer(IncomingCall call) {
    InForce now = rules.inForce();
    UnderRules known = last;
    if (known == null || known.rules().version() != now.version()) {
      known =
          new UnderRules(
              now, Workshops.switching(home, vault, now.register(), now.authority(), now.chain()));
      last = known;
    }
    return known.switching().answer(call);
  }
}
