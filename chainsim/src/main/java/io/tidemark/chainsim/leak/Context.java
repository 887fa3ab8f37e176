package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.OptionalInt;

/** What one column says about a row, coarse enough to be shared by many rows. */
final class Context {
  private Context() {}

  /** For each row what this column says; empty where it says nothing or is not there. */
  static List<String> of(LeakedTable table, Column given) {
    OptionalInt place = given.in(table);
    return table.rows().stream()
        .map(row -> place.isEmpty() ? "" : of(given, row.get(place.getAsInt())))
        .toList();
  }

  private static String of(Column given, String cell) {
    return switch (given) {
      case PLATE -> head(Cleaning.cleaned(cell), 2);
      case VIN, MOBILE -> head(Cleaning.cleaned(cell), 3);
      case IDENTITY_NUMBER -> head(Cleaning.cleaned(cell), 4);
      case NAME -> head(Cleaning.cleaned(cell), 1);
      case ADDRESS -> city(ParsedAddress.of(cell));
      case MODEL -> head(ParsedModel.of(cell).name(), 4);
      case AGENCY, REMARK -> RegistryForm.of(given, cell);
      case FIRST_REGISTRATION, INCEPTION, EXPIRY ->
          WrittenDate.read(cell).map(date -> date.year() + "-" + date.month()).orElse("");
      default -> cell.strip();
    };
  }

  private static String city(ParsedAddress address) {
    return address.city().isEmpty() ? address.province() : address.city();
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
