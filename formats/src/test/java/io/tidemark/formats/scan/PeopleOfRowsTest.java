package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.FoundClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who in tables: several people in a row, one person in several rows. */
final class PeopleOfRowsTest {
  private static final String ONE = "11010519491231002X";
  private static final String OTHER = "510104199001011231";

  @TempDir private Path folder = Path.of(".");

  private Met rows(String... rows) throws Exception {
    return Met.in(
        Files.writeString(folder.resolve("list.csv"), String.join("\n", List.of(rows)) + "\n"));
  }

  /** The person of the one finding with this value in a row of the file. */
  private static long person(Met met, int row, String value) {
    List<Long> persons =
        met.sightings.stream()
            .filter(one -> ((Place.InCell) one.place()).row() == row)
            .filter(one -> Met.value(one).equals(value))
            .map(Sighting::person)
            .distinct()
            .toList();
    assertThat(persons).as(value).hasSize(1);
    return persons.get(0);
  }

  @Test
  void insuredAndPolicyholderOfOneRowAreTwoUnlessTheyAreOne() throws Exception {
    Met met =
        rows(
            "被保险人,被保险人证件号,投保人,投保人电话,车牌号,终保日期",
            "张伟," + ONE + ",李娜,13900139000,川A12345,2026-12-31",
            "王芳,,王芳,13700137000,川A54321,2026-12-31",
            "赵敏,,,13600136000,川A99999,2026-12-31");
    long zhang = person(met, 2, "张伟");
    assertThat(person(met, 2, ONE)).isEqualTo(zhang);
    assertThat(person(met, 2, "川A12345")).isEqualTo(zhang);
    assertThat(person(met, 2, "13900139000")).isEqualTo(person(met, 2, "李娜")).isNotEqualTo(zhang);
    assertThat(person(met, 3, "13700137000")).isEqualTo(person(met, 3, "王芳"));
    assertThat(person(met, 3, "川A54321")).isEqualTo(person(met, 3, "王芳"));
    assertThat(person(met, 4, "13600136000")).isEqualTo(person(met, 4, "赵敏"));
  }

  @Test
  void aNumberBelongsToTheNameOnItsLeftAndTheVehicleToTheOwner() throws Exception {
    Met met =
        rows(
            "车主,手机号,驾驶员,证件号码,车牌号",
            "张伟,13800138000,李娜," + ONE + ",川A12345",
            "赵敏,13600136000,王芳," + OTHER + ",川A54321");
    assertThat(person(met, 2, "13800138000")).isEqualTo(person(met, 2, "张伟"));
    assertThat(person(met, 2, "川A12345")).isEqualTo(person(met, 2, "张伟"));
    assertThat(person(met, 2, ONE))
        .isEqualTo(person(met, 2, "李娜"))
        .isNotEqualTo(person(met, 2, "张伟"));
  }

  @Test
  void theStaffIsOnePersonOverAllRowsAndNeverTheCustomer() throws Exception {
    Met met = rows("姓名,手机号,业务员", "张伟,13800138000,陈晨", "李娜,13900139000,陈晨", "陈晨,13700137000,陈晨");
    long staff = person(met, 2, "陈晨");
    assertThat(person(met, 3, "陈晨")).isEqualTo(staff);
    assertThat(met.sightings)
        .filteredOn(one -> ((Place.InCell) one.place()).column() == 3)
        .hasSize(3)
        .allMatch(one -> one.person() == staff);
    assertThat(List.of(person(met, 2, "张伟"), person(met, 3, "李娜"), person(met, 4, "13700137000")))
        .doesNotContain(staff)
        .doesNotHaveDuplicates();
  }

  @Test
  void equalIdentityNumbersAreOnePersonAndAPhoneOnlyWithItsName() throws Exception {
    Met met =
        rows(
            "姓名,手机号,证件号码",
            "张伟,13800138000," + ONE,
            "李娜,13800138000,",
            "张伟,13800138000,",
            "李娜,13800138000,",
            "张玮,13500135000," + ONE,
            "张伟,13800138000," + OTHER,
            "张先生,13800138000,",
            "张伟,,");
    long zhang = person(met, 2, ONE);
    assertThat(person(met, 4, "13800138000")).isEqualTo(zhang);
    assertThat(person(met, 6, ONE)).isEqualTo(zhang);
    assertThat(person(met, 8, "13800138000")).isEqualTo(zhang);
    long li = person(met, 3, "李娜");
    assertThat(li).isNotEqualTo(zhang);
    assertThat(person(met, 5, "李娜")).isEqualTo(li);
    assertThat(person(met, 7, OTHER)).isNotIn(zhang, li);
    assertThat(person(met, 9, "张伟")).isNotIn(zhang, li);
    assertThat(met.of(FoundClass.NAME)).hasSizeGreaterThanOrEqualTo(7);
  }
}
