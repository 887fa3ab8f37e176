package io.tidemark.custody;

import io.tidemark.authorise.Pace;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.Optional;

/** How often somebody asks about people, over all nodes. Thread-safe. */
public interface Pacing {
  /** What has a pace; each counts for itself. */
  enum What {
    LOOK_UPS(
        "look-ups",
        new Words(
            "查询落空次数过多，暂停查询", "too many look-ups showed nobody: looking up is locked for a while"),
        new Words("查询", "look-ups")),
    REQUESTS(
        "requests",
        new Words(
            "申请中查无此人的号码过多，暂停申请；请核对名单后再试",
            "too many numbers in requests are nobody's: requesting is locked for a while; check the"
                + " list meanwhile"),
        new Words("申请", "requests")),
    CONSENTS(
        "consents",
        new Words(
            "查无此人的号码过多，暂停登记；请核对号码后再试",
            "too many numbers were nobody's: recording consents is locked for a while; check the"
                + " numbers meanwhile"),
        new Words("登记", "records of consent")),
    OWNERS(
        "owners",
        new Words(
            "查无此人的号码过多，暂停为本人办理；请核对号码后再试",
            "too many numbers were nobody's: work for people themselves is locked for a while; check"
                + " the numbers meanwhile"),
        new Words("为本人办理", "requests of people themselves"));

    private final String id;
    private final Words locked;
    private final Words words;

    What(String id, Words locked, Words words) {
      this.id = id;
      this.locked = locked;
      this.words = words;
    }

    /** The name in rules and tables. */
    public String id() {
      return id;
    }
  }

  /** Why somebody has to wait. */
  enum Limit {
    LOCKED,
    PER_HOUR,
    PER_DAY;

    /** What the person is told. */
    public Refusal refusal(What what) {
      return switch (this) {
        case LOCKED -> new Refusal(what.id + "-locked", what.locked);
        case PER_HOUR ->
            Refusal.of(
                what.id + "-per-hour",
                "本小时" + what.words.zh() + "次数已满",
                "the " + what.words.en() + " of this hour are used up");
        case PER_DAY ->
            Refusal.of(
                what.id + "-per-day",
                "24 小时内" + what.words.zh() + "次数已满",
                "the " + what.words.en() + " of 24 hours are used up");
      };
    }
  }

  /**
   * The answer to somebody who wants to ask.
   *
   * @param limit why not now; empty when it may be done
   * @param until when it may be tried again; where it may be done, until when the misses that were
   *     counted with it lock the person, or now for not at all
   */
  record Turn(Optional<Limit> limit, Instant until) {}

  /**
   * Counts one more with so many misses, before it is answered, so that many at the same moment are
   * no way around a limit.
   */
  Turn begin(What what, String person, Pace pace, int misses, Instant now);

  /** One miss that was counted was none. */
  void forgive(What what, String person, Pace pace);
}
