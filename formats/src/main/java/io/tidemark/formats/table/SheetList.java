package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The worksheets of a workbook in their order.
 *
 * @param parts names of the archive's own entries
 * @param names what people call them, in the same order
 * @param from1904 whether days are counted from 1904
 */
record SheetList(List<String> parts, List<String> names, boolean from1904) {
  static final String BOOK = "xl/workbook.xml";
  private static final int SHEETS_AT_MOST = 1000;

  static SheetList none() {
    return new SheetList(List.of(), List.of(), false);
  }

  static SheetList read(Archive archive) throws Unreadable {
    Map<String, String> targets = targets(archive);
    List<String> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean from1904 = false;
    try (PartXml xml = archive.xml(BOOK)) {
      while (xml.nextTag() && parts.size() < SHEETS_AT_MOST) {
        if (xml.starts("workbookPr")) {
          String told = xml.attribute("date1904");
          from1904 = "1".equals(told) || "true".equals(told);
        } else if (xml.starts("sheet")) {
          String target = targets.getOrDefault(String.valueOf(xml.attribute("id")), "");
          if (archive.has(target)) {
            parts.add(target);
            names.add(Objects.requireNonNullElse(xml.attribute("name"), ""));
          }
        }
      }
    } catch (IOException e) {
      throw archive.damaged();
    }
    return new SheetList(List.copyOf(parts), List.copyOf(names), from1904);
  }

  /** Worksheets by the identifier that the workbook calls them. */
  private static Map<String, String> targets(Archive archive) throws Unreadable {
    Map<String, String> targets = new HashMap<>();
    try (PartXml xml = archive.xml("xl/_rels/workbook.xml.rels")) {
      while (xml.nextStart("Relationship") && targets.size() < SHEETS_AT_MOST) {
        String target = xml.attribute("Target");
        if (target != null && String.valueOf(xml.attribute("Type")).endsWith("/worksheet")) {
          targets.put(String.valueOf(xml.attribute("Id")), partName(target));
        }
      }
    } catch (IOException e) {
      throw archive.damaged();
    }
    return targets;
  }

  /** A target is relative to {@code xl/}; one that is no path names nothing. */
  private static String partName(String target) {
    try {
      String path = URI.create("/xl/").resolve(target).getPath();
      return path == null || path.isEmpty() ? "" : path.substring(1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
