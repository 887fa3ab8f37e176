package io.tidemark.formats.bundle;

import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CallCaseFormat;
import io.tidemark.evidence.CaseFormat.BadCase;
import java.util.Arrays;

/** Cases of calls as JSON, in one spelling, as {@link CaseJson}. Thread-safe. */
public final class CallCaseJson implements CallCaseFormat {
  @Override
  public byte[] write(CallCase file) {
    return Json.write(json -> new CallCaseWriter(json).write(file));
  }

  @Override
  public CallCase read(byte[] bytes) throws BadCase {
    CallCase file;
    try {
      file = JsonCursor.read(bytes, CallCaseReader::file);
    } catch (BadJson e) {
      throw new BadCase("not a case of calls: " + e.getMessage());
    }
    if (!Arrays.equals(write(file), bytes)) {
      throw new BadCase("not a case of calls: expected the one spelling that Tidemark writes");
    }
    return file;
  }
}
