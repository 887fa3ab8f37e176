package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an address: {@code 26号楼1单元1404室} in whatever way it is written.
 *
 * @param before all that stands before it
 * @param template the end as written, with {@code {b}}, {@code {e}}, {@code {f}} and {@code {r}}
 *     for building, entrance, floor and room
 */
record Door(String before, String building, String entrance, String room, String template) {
  private static final Pattern END =
      Pattern.compile(
          "(?:(?<!门)第)?(?<building>\\d+)\\s*(?:号楼|[栋幢座]楼?|#楼?|号|楼|[-—–_/.、,， ])\\s*"
              + "第?(?<entrance>\\d+)\\s*(?:单元|门|[-—–_/.、,， ])\\s*"
              + "(?:(?<floor>\\d+)[层楼])?(?<room>\\d{3,4})\\s*(?:号?[室房户]|号)?$");

  /** The end of this address, when it has one that can be read. */
  static Optional<Door> read(String address) {
    String text = Numerals.plain(address);
    Matcher end = END.matcher(text);
    return end.find()
        ? Optional.of(
            new Door(
                text.substring(0, end.start()),
                end.group("building"),
                end.group("entrance"),
                end.group("room"),
                template(text, end)))
        : Optional.empty();
  }

  /** This building, entrance and room in another template. */
  String in(String other) {
    return other
        .replace("{b}", building)
        .replace("{e}", entrance)
        .replace("{f}", room.substring(0, room.length() - 2))
        .replace("{r}", room);
  }

  private static String template(String text, Matcher end) {
    StringBuilder template = new StringBuilder();
    int at = end.start();
    for (String part : List.of("building", "entrance", "floor", "room")) {
      if (end.group(part) != null) {
        template.append(text, at, end.start(part)).append('{').append(part.charAt(0)).append('}');
        at = end.end(part);
      }
    }
    return template.append(text, at, end.end()).toString();
  }
}
