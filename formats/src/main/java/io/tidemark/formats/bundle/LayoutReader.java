package io.tidemark.formats.bundle;

import io.tidemark.evidence.Accused;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.CaseFormat.BadCase;
import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a bundle about a leak. */
record LayoutReader(Parts parts) {
  private static final String JSON = ".json";

  Content read() throws BadPart {
    Places places = parts.json(Layout.INDEX, Places::read);
    Bundle bundle =
        new Bundle(
            caseFile(),
            Digest.sha256(parts.file(Layout.CASE)),
            accused(),
            places.attribution(),
            places.inquiry(),
            parts.ledger());
    if (!places.all().allMatch(bundle.ledger().entries()::containsKey)) {
      throw new BadPart(
          Layout.INDEX, "所列的每个位置都应有条目", "expected an entry in ledger/entries for each index");
    }
    return new Content(bundle, places, parts.file(Layout.HTML), parts.file(Layout.PDF));
  }

  private CaseFile caseFile() throws BadPart {
    try {
      return new CaseJson().read(parts.file(Layout.CASE));
    } catch (BadCase e) {
      throw new BadPart(Layout.CASE, "不是案件文件", String.valueOf(e.getMessage()));
    }
  }

  private List<Accused> accused() throws BadPart {
    List<Accused> accused = new ArrayList<>();
    for (String name : parts.files().keySet()) {
      if (name.startsWith(Layout.ACCUSED) && name.endsWith(JSON)) {
        accused.add(withPeople(parts.json(name, AccusedJson::read)));
      }
    }
    return accused;
  }

  private Accused withPeople(Accused accused) throws BadPart {
    List<Accused.Copy> copies = new ArrayList<>();
    for (Accused.Copy copy : accused.copies()) {
      copies.add(copy.of(parts.people(Layout.people(copy.disclosure()))));
    }
    return new Accused(accused.party(), accused.recipientKey(), copies);
  }
}
