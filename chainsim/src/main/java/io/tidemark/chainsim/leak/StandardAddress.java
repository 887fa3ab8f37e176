package io.tidemark.chainsim.leak;

import java.util.regex.Pattern;

/**
 * Brings any spelling of an address to one: no province, city and district in full, {@code
 * 解放路291号}, the compound without brackets, {@code 26栋1单元1404}.
 */
final class StandardAddress {
  private static final Pattern STREET_NUMBER =
      Pattern.compile("(?<=路|街|道|巷|弄|段)(?:门牌)?第?(\\d+)号?(?!\\d)");

  private StandardAddress() {}

  static String of(String address) {
    String text = Cleaning.folded(address).replaceFirst("^中国", "");
    return Door.read(text)
        .map(door -> head(door.before()) + ending(door))
        .orElseGet(() -> head(text));
  }

  private static String head(String text) {
    String placed = DivisionWords.standard(Cleaning.cleaned(text));
    return STREET_NUMBER.matcher(placed).replaceFirst("$1号");
  }

  private static String ending(Door door) {
    return number(door.building()) + "栋" + number(door.entrance()) + "单元" + number(door.room());
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
