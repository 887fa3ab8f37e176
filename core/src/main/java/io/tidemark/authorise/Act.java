package io.tidemark.authorise;

import static io.tidemark.authorise.Duty.APPROVER;
import static io.tidemark.authorise.Duty.AUDITOR;
import static io.tidemark.authorise.Duty.CALL_AGENT;
import static io.tidemark.authorise.Duty.CLAIMS_HANDLER;
import static io.tidemark.authorise.Duty.INVESTIGATOR;
import static io.tidemark.authorise.Duty.OWNER_SERVICE;
import static io.tidemark.authorise.Duty.PROTECTION_OFFICER;
import static io.tidemark.authorise.Duty.RENEWAL_CLERK;
import static io.tidemark.authorise.Duty.SECOND_APPROVER;
import static io.tidemark.authorise.Duty.STAFF;

import io.tidemark.terms.Words;
import java.util.Set;

/** What can be done here, and whose duty it is. */
public enum Act {
  SET_UP(true, Set.of(), "设置系统", "setting up the system"),
  DEPOSIT(true, Set.of(), "存入数据", "depositing data"),
  RELEASE(true, Set.of(STAFF, APPROVER, PROTECTION_OFFICER), "释放清单", "releasing a list"),
  REQUEST(true, Set.of(STAFF, APPROVER, PROTECTION_OFFICER), "申请释放", "requesting a release"),
  APPROVE(false, Set.of(APPROVER, SECOND_APPROVER, PROTECTION_OFFICER), "审批", "approving"),
  REVOKE(true, Set.of(APPROVER, SECOND_APPROVER, PROTECTION_OFFICER), "撤销", "revoking"),
  RECEIVE(false, Set.of(), "取用自己的清单", "fetching one's own lists"),
  RESUME(false, Set.of(PROTECTION_OFFICER), "恢复被暂停的合作方", "letting a suspended partner in again"),
  POOL(true, Set.of(PROTECTION_OFFICER), "维护蜜罐号码", "keeping the honey numbers"),
  KEEP_ALIASES(true, Set.of(PROTECTION_OFFICER), "维护别名号码", "keeping the alias numbers"),
  SHOW_ALIAS(
      false,
      Set.of(INVESTIGATOR, PROTECTION_OFFICER),
      "查询别名号码归谁",
      "looking up whose an alias number is"),
  CONNECT(true, Set.of(), "接转来电", "putting calls to alias numbers through"),
  GRADE(false, Set.of(PROTECTION_OFFICER), "更正识别与定级", "correcting what columns hold"),
  INQUIRE(true, Set.of(INVESTIGATOR, PROTECTION_OFFICER), "追溯泄露", "tracing a leak"),
  REPORT_CALLS(
      true,
      Set.of(STAFF, CALL_AGENT, OWNER_SERVICE, INVESTIGATOR, PROTECTION_OFFICER),
      "登记来电举报、查询来电号码",
      "recording reports of calls and asking about a calling number"),
  ASSIGN(true, Set.of(PROTECTION_OFFICER), "分配客户与赔案", "assigning customers and claims"),
  LOOK_UP(
      false,
      Set.of(STAFF, RENEWAL_CLERK, CLAIMS_HANDLER, CALL_AGENT),
      "查询客户",
      "looking up a customer"),
  KEEP_KEYS(true, Set.of(PROTECTION_OFFICER), "维护密钥", "keeping the keys"),
  ERASE(false, Set.of(PROTECTION_OFFICER), "删除个人", "erasing a person"),
  ARCHIVE(false, Set.of(PROTECTION_OFFICER), "查看受限档案", "opening the restricted archive"),
  SCAN(
      true,
      Set.of(INVESTIGATOR, PROTECTION_OFFICER),
      "扫描个人信息",
      "scanning for personal information"),
  SHOW_FINDINGS(
      true,
      Set.of(INVESTIGATOR, PROTECTION_OFFICER),
      "显示扫描所得的完整值",
      "showing in full what a scan found"),
  TURN_BACK(false, Set.of(INVESTIGATOR, PROTECTION_OFFICER), "还原令牌", "turning tokens back"),
  OWNERS(
      false,
      Set.of(PROTECTION_OFFICER, OWNER_SERVICE),
      "为本人导出其历史",
      "giving people their own history"),
  CONSENT(
      true,
      Set.of(STAFF, RENEWAL_CLERK, CLAIMS_HANDLER, CALL_AGENT, PROTECTION_OFFICER),
      "登记客户的同意、撤回与拒绝",
      "recording what customers consent to or refuse"),
  NOTIFY(false, Set.of(PROTECTION_OFFICER), "通知副本持有方", "telling those who hold a copy"),
  CORRECT(
      false,
      Set.of(PROTECTION_OFFICER, OWNER_SERVICE),
      "更正客户信息、答复其请求",
      "correcting what is kept of customers and answering what they ask"),
  BUYER_COPY(
      false,
      Set.of(PROTECTION_OFFICER, OWNER_SERVICE),
      "为新车主办理保单副本",
      "giving a vehicle's new owner a copy of its policy"),
  RETAIN(true, Set.of(PROTECTION_OFFICER), "删除到期的信息", "erasing what is past its time"),
  AUDIT(true, Set.of(AUDITOR, INVESTIGATOR, PROTECTION_OFFICER), "查看台账", "reading the record");

  private final boolean operator;
  private final Set<Duty> duties;
  private final String zh;
  private final String en;

  Act(boolean operator, Set<Duty> duties, String zh, String en) {
    this.operator = operator;
    this.duties = duties;
    this.zh = zh;
    this.en = en;
  }

  /** Whether it is among the operator's duties. */
  boolean operator() {
    return operator;
  }

  /** The duties that allow it. */
  public Set<Duty> duties() {
    return duties;
  }

  /** What people call it. */
  public Words words() {
    return new Words(zh, en);
  }
}
