package io.tidemark.rights;

import io.tidemark.terms.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why what a person asks for cannot be done, as the law knows it; the person is told it in both
 * languages (PIPL art. 50). Which of them holds, a human decides.
 */
public enum Reason {
  /** PIPL art. 47, second sentence. */
  LAW_DEMANDS_KEEPING(
      "法律、行政法规规定的保存期限未届满，不能删除；除存储和采取必要的安全保护措施之外不再处理（个人信息保护法第47条）",
      "a time of keeping that the law prescribes has not ended: it is only stored and protected until"
          + " then (PIPL art. 47)"),
  /** PIPL art. 13, first paragraph, number 2. */
  CONTRACT_RUNS(
      "保险合同仍在履行，处理为履行合同所必需（个人信息保护法第13条第1款第2项）",
      "the contract still runs and cannot be performed without it (PIPL art. 13)"),
  /** A claim that is not settled. */
  CLAIM_OPEN(
      "有理赔案件尚未了结，处理为履行合同所必需（个人信息保护法第13条第1款第2项）",
      "a claim is not settled yet and needs it (PIPL art. 13)"),
  /** Art. 46: the handler verifies before it corrects. */
  NOT_VERIFIED(
      "未能核实新的内容属实；请补充证明材料（个人信息保护法第46条）",
      "it could not be verified that the new value is right: bring proof (PIPL art. 46)"),
  /** Nobody else's data. */
  NOT_THE_PERSON(
      "未能核实申请人就是本人或其近亲属、受托人（个人信息保护法第44、49条）",
      "it could not be verified that it is the person, next of kin or somebody authorised who asks"
          + " (PIPL arts. 44, 49)");

  private final String zh;
  private final String en;

  Reason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in commands and the ledger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason with that {@link #id}. */
  public static Optional<Reason> named(String id) {
    return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
  }

  /** All names, for messages. */
  public static String all() {
    return Arrays.stream(values()).map(Reason::id).collect(Collectors.joining(", "));
  }

  /** The refusal that says it. */
  public Refusal refusal() {
    return Refusal.of(id(), zh, en);
  }
}
