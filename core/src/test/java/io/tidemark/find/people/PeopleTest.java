package io.tidemark.find.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Found;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.TextFinder;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  @Test
  void rowsOfAListArePeople() {
    List<FoundPerson> people =
        join("张三\t川A12345\t13812345678\n李四\t川B12345\t13912345678\n", "张三", "李四");
    assertThat(people).extracting(one -> one.findings().size()).containsExactly(3, 3);
  }

  @Test
  void linesThatBringWhatIsMissingGoOnAboutTheSamePerson() {
    List<FoundPerson> people =
        join("车主张三\n车牌川A12345\n电话13812345678\n2026-12-03到期\n\n李四 13912345678", "张三", "李四");
    assertThat(people).extracting(one -> one.findings().size()).containsExactly(4, 2);
  }

  @Test
  void aSecondNumberIsSomebodyElses() {
    assertThat(join("张三13812345678，李四13912345678", "张三", "李四")).hasSize(2);
    assertThat(join("13812345678 13912345678")).hasSize(2);
  }

  @Test
  void nameAndPhoneAndPlateAndExpiryAreTheMostUsable() {
    double whole = join("张三 13812345678 川A12345 2026-12-03到期", "张三").get(0).usable();
    assertThat(whole).isGreaterThan(0.9);
    assertThat(join("张三 13812345678 川A12345", "张三").get(0).usable()).isLessThan(whole);
    assertThat(join("张三 138****5678 川A12345 2026-12-03到期", "张三").get(0).usable())
        .isLessThan(whole / 1.5);
    assertThat(join("张三 川A12345 2026-12-03到期", "张三").get(0).usable()).isLessThan(0.5);
  }

  private static List<FoundPerson> join(String text, String... names) {
    List<Finding> all = new ArrayList<>(Found.sorted(new TextFinder(), text));
    for (String name : names) {
      int at = text.indexOf(name);
      all.add(
          new Finding(
              FoundClass.NAME,
              new Span(at, at + name.length()),
              Confidence.MEDIUM,
              PersonalText.of(name),
              Finding.Form.WHOLE));
    }
    return People.join(text, all);
  }
}
