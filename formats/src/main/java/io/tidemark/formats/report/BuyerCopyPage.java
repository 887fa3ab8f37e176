package io.tidemark.formats.report;

import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copy of a policy for the vehicle's new owner, printed from what is kept: one A4 page. What it
 * is not given cannot stand in it; nothing is covered over. Stateless.
 */
public final class BuyerCopyPage {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private BuyerCopyPage() {}

  /**
   * Prints it.
   *
   * @param fields what the new owner may see
   * @param buyer the new owner's name
   */
  public static byte[] pdf(
      Map<FieldClass, PersonalText> fields, PersonalText buyer, BuyerCopyId id, Instant time)
      throws IOException {
    Page page = new Page();
    page.heading(
        "h1", new Words("机动车保险单副本（新车主）", "Copy of a motor policy for the vehicle's new owner"));
    page.caseLine("交付 / for " + buyer.reveal(Reveal.OWNER) + "　编号 / number " + id);
    page.words(
        new Words(
            "本副本依申请由保险人从现存记录另行制作，凭申请人名下的机动车行驶证核实车辆现属申请人，并经两名工作人员分别受理与批准。内容以制作之日的记录为准："
                + time.atZone(BEIJING).toLocalDate(),
            "This copy was printed anew from the insurer's records, on request, after the vehicle licence in"
                + " the applicant's name was checked and two of the insurer's staff had taken and approved"
                + " the request. It says what was recorded on "
                + time.atZone(BEIJING).toLocalDate()
                + "."));
    List<List<String>> rows = new ArrayList<>();
    fields.forEach(
        (field, value) ->
            rows.add(List.of(field.zh() + " / " + field.en(), value.reveal(Reveal.OWNER))));
    page.table(List.of("项目 / item", "内容 / content"), rows);
    String withheld =
        Stream.of(FieldClass.values())
            .filter(field -> !fields.containsKey(field))
            .map(FieldClass::zh)
            .collect(Collectors.joining("、"));
    page.words(
        new Words(
            "原车主的个人信息不在本副本之内，也不以任何隐藏形式存在：" + withheld + "。",
            "What is said of the former owner is not in this copy, in no hidden form either: name, identity"
                + " number, telephone, plate, address and whatever else names people."));
    page.words(
        new Words(
            "本副本带有只属于申请人的标记。请勿转交他人，勿上传至聊天群；批改、退保与理赔请携带行驶证与本人身份证件向保险人办理，无需向原车主索取保单密码或证件号码。",
            "This copy carries a mark of the applicant's own. Please do not pass it on and do not post it in"
                + " chat groups. For endorsements, cancellation and claims bring the vehicle licence and"
                + " your own identity card to the insurer; nobody has to ask the former owner for a password"
                + " or an identity number."));
    String css = new String(Report.resource("report.css"), StandardCharsets.UTF_8);
    return Pdf.of(page.html("机动车保险单副本 " + id, css), time.truncatedTo(ChronoUnit.SECONDS));
  }
}
