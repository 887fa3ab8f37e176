package io.tidemark.formats.bundle;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFile.HoneyRow;
import io.tidemark.evidence.CaseFile.Invented;
import io.tidemark.evidence.CaseFile.LeakRow;
import io.tidemark.evidence.CaseFile.Mark;
import io.tidemark.evidence.CaseFile.Material;
import io.tidemark.evidence.CaseFile.Ranked;
import io.tidemark.evidence.CaseFile.Rows;
import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.Commitment.Item;
import io.tidemark.vault.Commitment.Opening;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a case file in the order in which {@link CaseWriter} writes it. */
final class CaseReader {
  private static final int SALT = 16;

  private CaseReader() {}

  static CaseFile file(JsonCursor json) throws BadJson {
    return json.object(CaseReader::body);
  }

  private static CaseFile body(JsonCursor json) throws BadJson {
    json.exactly("format", CaseWriter.FORMAT);
    return new CaseFile(
        json.text("id"),
        json.small("attempt", 1),
        json.list("material", each -> each.object(CaseReader::material)),
        json.at("rows", rows -> rows.object(CaseReader::rows)),
        json.text("verdict"),
        json.small("candidates", 0),
        json.real("threshold"),
        json.real("outside"),
        json.at("seen", CaseReader::seen),
        json.list("ranking", each -> each.object(CaseReader::ranked)),
        json.list("leak", each -> each.object(CaseReader::leak)),
        json.list("honey", each -> each.object(CaseReader::honey)),
        json.more() ? json.list("marks", each -> each.object(CaseReader::mark)) : List.of());
  }

  private static Mark mark(JsonCursor json) throws BadJson {
    return new Mark(
        json.text("file"),
        number(json),
        json.text("from"),
        json.real("bound"),
        json.text("party"),
        json.textOrNull("disclosure"),
        json.whole("entry", 0),
        json.small("rows", 0),
        json.small("held", 0),
        json.flag("accused"));
  }

  private static CopyNumber number(JsonCursor json) throws BadJson {
    String hex = json.text("number");
    return CopyNumber.of(hex).orElseThrow(() -> json.expected("16 位十六进制", "16 hexadecimal digits"));
  }

  private static Optional<Instant> seen(JsonCursor json) throws BadJson {
    Optional<String> text = json.textOrNull();
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw json.expected("ISO 8601 时间", "a time in ISO 8601");
    }
  }

  private static Material material(JsonCursor json) throws BadJson {
    return new Material(json.text("name"), json.digest("sha256"));
  }

  private static Rows rows(JsonCursor json) throws BadJson {
    return new Rows(json.whole("read", 0), json.whole("matched", 0), json.whole("foreign", 0));
  }

  private static Ranked ranked(JsonCursor json) throws BadJson {
    return new Ranked(
        json.text("party"),
        json.textOrNull("disclosure"),
        json.real("log_marks"),
        json.real("log_honey"),
        json.whole("honey", 0),
        json.whole("honey_among", 0),
        json.real("bound"),
        json.real("posterior"),
        json.small("rows_explained", 0),
        json.small("late", 0),
        Set.copyOf(json.list("lacking", CaseReader::lacking)),
        json.flag("accused"));
  }

  private static LeakRow leak(JsonCursor json) throws BadJson {
    return new LeakRow(
        json.whole("number", 0),
        json.at("cells", cells -> cells.object(CaseReader::cells)),
        PersonalText.of(json.text("whole")),
        json.list("records", each -> each.object(CaseReader::record)));
  }

  private static Commitment record(JsonCursor json) throws BadJson {
    return new Commitment(json.list("items", each -> each.object(CaseReader::item)));
  }

  private static Map<FieldClass, PersonalText> cells(JsonCursor json) throws BadJson {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    while (json.more()) {
      cells.put(field(json), PersonalText.of(json.text()));
    }
    return cells;
  }

  private static FieldClass lacking(JsonCursor json) throws BadJson {
    String name = json.text();
    return Arrays.stream(FieldClass.values())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noField(json));
  }

  private static FieldClass field(JsonCursor json) throws BadJson {
    try {
      return FieldClass.valueOf(json.name());
    } catch (IllegalArgumentException e) {
      throw noField(json);
    }
  }

  private static BadJson noField(JsonCursor json) {
    return json.expected("字段类别的名称", "the name of a class of fields");
  }

  private static Item item(JsonCursor json) throws BadJson {
    String name = json.text("name");
    Digest hash = json.digest("hash");
    if (!json.more()) {
      return new Item(name, hash, Optional.empty());
    }
    byte[] salt = json.hex("salt", SALT);
    return new Item(name, hash, Optional.of(new Opening(salt, json.text("value"))));
  }

  private static Invented invented(JsonCursor json) throws BadJson {
    return new Invented(json.text("disclosure"), json.small("draw", 0));
  }

  private static HoneyRow honey(JsonCursor json) throws BadJson {
    return new HoneyRow(
        json.whole("number", 0),
        json.at("cells", cells -> cells.object(CaseReader::cells)),
        json.list("invented", each -> each.object(CaseReader::invented)));
  }
}
