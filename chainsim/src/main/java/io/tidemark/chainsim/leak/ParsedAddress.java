package io.tidemark.chainsim.leak;

import io.tidemark.chainsim.leak.DivisionWords.Beginning;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as a geocoder takes it apart. What it cannot find is empty; no part holds a space or a
 * punctuation mark.
 *
 * @param province whole, found by the city where it is not written
 * @param city whole, or empty
 * @param district whole, or empty
 * @param street the road with its kind, or all that stands before the door where there is no number
 * @param number in the street, digits
 * @param compound the residential compound
 * @param building digits
 * @param entrance digits
 * @param room floor and door, digits
 */
record ParsedAddress(
    String province,
    String city,
    String district,
    String street,
    String number,
    String compound,
    String building,
    String entrance,
    String room) {

  private static final String GAP = "[-—–_/\\\\.、,， ]";
  private static final String BLOCK = "(?:(?<!门)第)?(?<building>\\d+)\\s*(?:号楼|[栋幢座]楼?|#楼?";
  private static final String ENTRANCE =
      GAP + "*第?(?<entrance>\\d+)\\s*(?:单元|门|梯|" + GAP + ")" + GAP + "*";
  private static final String ROOM =
      "(?:第?(?<floor>\\d+)\\s*[层楼Ff]" + GAP + "*)?第?(?<room>\\d{1,4})\\s*(?:号?[室房户]|号)?$";

  /** A block of flats with entrances. */
  private static final Pattern DOOR =
      Pattern.compile(BLOCK + "|号|楼|" + GAP + ")" + ENTRANCE + ROOM);

  /** A tower without; its block must be called one, or a house in the street would pass for it. */
  private static final Pattern TOWER = Pattern.compile(BLOCK + ")" + GAP + "*(?<entrance>)" + ROOM);

  private static final Pattern STREET =
      Pattern.compile(
          "^(?<street>.*?(?:路|街|道|巷|弄|段))(?:门牌)?第?(?:NO|No|no)?(?<number>\\d+)号?(?<compound>.*)$");
  private static final Pattern COUNTRY = Pattern.compile("^(?:中国|中华人民共和国)");

  /** The parts of this address; reading never fails, it only finds less. */
  static ParsedAddress of(String address) {
    String text =
        Numerals.plain(COUNTRY.matcher(Cleaning.folded(address)).replaceFirst("").strip());
    Optional<Matcher> door = found(DOOR, text).or(() -> found(TOWER, text));
    String head = Cleaning.cleaned(door.map(end -> text.substring(0, end.start())).orElse(text));
    Optional<Beginning> place = DivisionWords.read(head);
    String rest = place.map(Beginning::rest).orElse(head);
    Optional<Matcher> road = found(STREET, rest);
    return new ParsedAddress(
        place.map(found -> found.place().province()).orElse(""),
        place.map(found -> found.place().city()).orElse(""),
        place.map(found -> found.place().district()).orElse(""),
        road.map(street -> street.group("street")).orElse(rest),
        road.map(street -> number(street.group("number"))).orElse(""),
        road.map(street -> street.group("compound")).orElse(""),
        door.map(end -> number(end.group("building"))).orElse(""),
        door.map(end -> number(end.group("entrance"))).orElse(""),
        door.map(ParsedAddress::room).orElse(""));
  }

  /** Province, city and district. */
  String division() {
    return province + city + district;
  }

  /** Whether building and room were found. */
  boolean hasDoor() {
    return !room.isEmpty();
  }

  private static Optional<Matcher> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private static String number(String digits) {
    return digits.replaceFirst("^0+(?=\\d)", "");
  }

  /** {@code 14层04} is 1404; where the room names its floor already the floor says nothing more. */
  private static String room(Matcher door) {
    String floor = door.group("floor");
    String room = number(door.group("room"));
    boolean whole = floor == null || room.length() > 2;
    return whole ? room : number(floor) + (room.length() < 2 ? "0" : "") + room;
  }
}
