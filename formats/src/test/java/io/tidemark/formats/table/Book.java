package io.tidemark.formats.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, good or bad. */
final class Book {
  private final Map<String, String> parts = new LinkedHashMap<>();
  private int sheets;

  Book sheet(String rows) {
    sheets++;
    return part(
        "xl/worksheets/sheet" + sheets + ".xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  Book part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  Path write(Path file) throws IOException {
    StringBuilder list = new StringBuilder();
    StringBuilder targets = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      list.append("<sheet name='S' sheetId='1' r:id='r" + i + "'/>");
      targets.append(
          "<Relationship Id='r"
              + i
              + "' Type='x/worksheet' Target='worksheets/sheet"
              + i
              + ".xml'/>");
    }
    parts.putIfAbsent(
        "xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" + list + "</sheets></workbook>");
    parts.putIfAbsent(
        "xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
