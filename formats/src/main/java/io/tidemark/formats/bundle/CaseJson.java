package io.tidemark.formats.bundle;

import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFormat;
import java.util.Arrays;

/**
 * Case files as JSON (RFC 8259): UTF-8, names in one fixed order, one leaked row a line, doubles in
 * the fewest digits that give them back. Any other spelling of the same case is refused, so that
 * one case file has one digest. Thread-safe.
 */
public final class CaseJson implements CaseFormat {
  @Override
  public byte[] write(CaseFile file) {
    return Json.write(json -> new CaseWriter(json).write(file));
  }

  @Override
  public CaseFile read(byte[] bytes) throws BadCase {
    CaseFile file;
    try {
      file = JsonCursor.read(bytes, CaseReader::file);
    } catch (BadJson e) {
      throw new BadCase("not a case file: " + e.getMessage());
    }
    if (!Arrays.equals(write(file), bytes)) {
      throw new BadCase("not a case file: expected the one spelling that Tidemark writes");
    }
    return file;
  }
}
