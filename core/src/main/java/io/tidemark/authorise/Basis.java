package io.tidemark.authorise;

import io.tidemark.terms.Words;
import java.util.stream.Collectors;

/** What a permit rests on, and how that is said in one sentence. */
public sealed interface Basis {
  /** The rule's stable name. */
  String rule();

  /** What the ledger calls it: {@code grant g-…}, {@code request r-…}, {@code duty}. */
  String text();

  /** Why the permit was given. */
  Words why(Permit permit);

  /** A grant that covers the release. */
  record StandingGrant(Grant grant) implements Basis {
    @Override
    public String rule() {
      return "standing-grant";
    }

    @Override
    public String text() {
      return "grant " + grant.id();
    }

    @Override
    public Words why(Permit permit) {
      return new Words(
          "长期授权 " + grant.id() + "（至 " + grant.until() + "，每份至多 " + grant.peopleAtMost() + " 人）覆盖",
          "standing grant "
              + grant.id()
              + (" (until " + grant.until() + ", at most " + grant.peopleAtMost())
              + " people in one list) covers");
    }
  }

  /** A request that was approved. */
  record ApprovedRequest(Request request) implements Basis {
    @Override
    public String rule() {
      return "approved-request";
    }

    @Override
    public String text() {
      return "request " + request.id();
    }

    @Override
    public Words why(Permit permit) {
      String who =
          request.approvedBy().stream()
              .sorted()
              .map(Voice::toString)
              .collect(Collectors.joining(", "));
      return new Words(
          "申请 " + request.id() + "（由 " + who + " 批准，须 " + request.rule().quorum() + " 人）允许",
          "request "
              + request.id()
              + (", approved by " + who + " of " + request.rule().quorum() + " needed, allows"));
    }
  }

  /** An emergency, in which the approvals were skipped. */
  record BrokenGlass(Request request) implements Basis {
    @Override
    public String rule() {
      return "break-glass";
    }

    @Override
    public String text() {
      return "break-glass " + request.id();
    }

    @Override
    public Words why(Permit permit) {
      int told = request.emergency().map(emergency -> emergency.skipped().size()).orElse(0);
      return new Words(
          "紧急取用 " + request.id() + "：制度允许该职责跳过审批（已告知 " + told + " 位审批人，事后由两人复核），允许",
          "emergency "
              + request.id()
              + (": the policy lets this duty skip the approvals (" + told)
              + " approvers are told, two judge it afterwards) and allows");
    }
  }

  /** A rule of the policy that lets a duty look people up for a task. */
  record LookUp(LookUps.Rule lookUp) implements Basis {
    @Override
    public String rule() {
      return "look-up";
    }

    @Override
    public String text() {
      return "look-up " + lookUp.duty().id() + " " + lookUp.task().id() + " " + lookUp.scope().id();
    }

    @Override
    public Words why(Permit permit) {
      Words whom = lookUp.scope().words();
      return new Words(
          "职责 "
              + lookUp.duty().id()
              + (" 可为“" + lookUp.task().words().zh() + "”查询" + whom.zh())
              + ("（" + lookUp.visible().size() + " 个字段，" + (lookUp.copy() ? "可" : "不可"))
              + "复制），用于",
          "the duty "
              + lookUp.duty().id()
              + (" may look up " + whom.en() + " for " + lookUp.task().words().en())
              + (", " + lookUp.visible().size() + " fields, ")
              + (lookUp.copy() ? "copying allowed, for" : "no copying, for"));
    }
  }

  /** What somebody is there to do. */
  record OfDuty() implements Basis {
    @Override
    public String rule() {
      return "duty";
    }

    @Override
    public String text() {
      return "duty";
    }

    @Override
    public Words why(Permit permit) {
      return new Words(
          permit.actor() + " 的职责包括" + permit.act().words().zh() + "，允许",
          permit.act().words().en()
              + " is among the duties of "
              + permit.actor()
              + ", which allows");
    }
  }
}
