package io.tidemark.formats.settings;

import io.tidemark.terms.FieldClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A heading map: what the headings of somebody's files mean. */
public final class HeadingsFile {
  private HeadingsFile() {}

  /**
   * Headings as they are written, each with its field, in the order of the file. Several headings
   * may mean one field: files of several origins share a map.
   *
   * @throws BadSettings with every mistake
   */
  public static Map<String, FieldClass> read(SettingsFile file) throws BadSettings {
    Faults faults = new Faults(file.name());
    Map<String, FieldClass> headings = new LinkedHashMap<>();
    for (Value.Entry entry : PlainYaml.root(file, faults).entries()) {
      Optional<FieldClass> field = entry.value().column();
      field.ifPresent(known -> headings.put(entry.value().key(), known));
    }
    faults.check();
    return Collections.unmodifiableMap(headings);
  }
}
