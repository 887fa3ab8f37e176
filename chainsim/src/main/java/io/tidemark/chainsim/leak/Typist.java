package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who types a list anew in a habit of their own, the same on every row.
 *
 * @param block the word after the building's number, or a hyphen for {@code 26-1-1404}
 * @param door the word after the room's number, or nothing
 * @param dropsProvince leaves the province out where it stands
 * @param shortYear writes {@code 21款}, else {@code 2021款}
 */
record Typist(String block, String door, boolean dropsProvince, boolean shortYear) {
  private static final Pattern YEAR = Pattern.compile("(?:20)?([012]\\d)\\s*年?款");

  static Typist drawn(Random random) {
    List<String> blocks = List.of("栋", "号楼", "幢", "-");
    return new Typist(
        blocks.get(random.nextInt(blocks.size())),
        random.nextBoolean() ? "室" : "",
        random.nextBoolean(),
        random.nextBoolean());
  }

  /** The address as this typist writes it; as it stands where it cannot be read. */
  String address(String address) {
    String text = Cleaning.folded(address);
    String head = dropsProvince ? DivisionWords.withoutProvince(text) : text;
    return Door.read(head).map(this::address).orElse(head);
  }

  private String address(Door door) {
    return block.equals("-")
        ? door.before() + door.building() + "-" + door.entrance() + "-" + door.room()
        : door.before()
            + door.building()
            + block
            + door.entrance()
            + "单元"
            + door.room()
            + this.door;
  }

  /** The model as this typist writes it. */
  String model(String model) {
    Matcher year = YEAR.matcher(Cleaning.folded(model));
    return year.replaceFirst(shortYear ? "$1款" : "20$1款");
  }
}
