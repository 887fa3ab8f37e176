package io.tidemark.calls.line;

import io.tidemark.terms.Refusal;

/** Why a call to a number of the pool does not go on. What the caller hears says nothing more. */
public enum TurnedAway {
  /** The caller is nobody whom the number was given to. */
  NOT_YOURS("number-takes-no-calls", "此号码不接受您的来电", "this number takes no calls from you"),
  /** The last day of the holder's number is over. */
  OVER("alias-over", "此号码已到期，请向委托方索取新的清单", "this number has expired: ask for a new list"),
  /** It can be reached from another number of the holder's. */
  ANOTHER_NUMBER(
      "alias-one-number",
      "此号码只能由最先拨通它的主叫号码拨打",
      "this number takes calls only from the number that reached it first"),
  /** It is too early or too late. */
  HOURS("alias-hours", "现在不是允许拨打的时段", "it is not the time to call"),
  /** Often enough today. */
  TRIES_TODAY("alias-tries-today", "今天拨打此号码的次数已用完", "this number was called often enough today"),
  /** Often enough. */
  TRIES("alias-tries", "拨打此号码的次数已用完", "this number was called often enough"),
  /** The person does not want it, has no telephone, or there is nobody. */
  NOBODY_ANSWERS("alias-nobody", "暂时无法接通", "nobody can be reached here");

  private final String rule;
  private final String zh;
  private final String en;

  TurnedAway(String rule, String zh, String en) {
    this.rule = rule;
    this.zh = zh;
    this.en = en;
  }

  /** What the caller hears. */
  public Refusal refusal() {
    return Refusal.of(rule, zh, en);
  }
}
