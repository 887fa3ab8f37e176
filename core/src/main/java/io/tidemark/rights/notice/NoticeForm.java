package io.tidemark.rights.notice;

import java.util.List;

/** Notices as signed documents. The same notice always has the same document. Thread-safe. */
public interface NoticeForm {
  /** The signed document of a notice about these copies, as the party gets it: ASCII. */
  String document(Notice notice, List<GivenCopy> copies);
}
