package io.tidemark.formats.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Signatures that a document has: a change breaks them, and a broken one is worse than none. */
final class Signatures {
  private Signatures() {}

  /** Takes them out; how many there were. */
  static int takeOut(PDDocument document) throws IOException {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      return 0;
    }
    Set<COSDictionary> widgets = new HashSet<>();
    List<PDField> kept = new ArrayList<>();
    int signed = 0;
    for (PDField field : form.getFields()) {
      if (field instanceof PDSignatureField signature) {
        signed += signature.getSignature() == null ? 0 : 1;
        signature.getWidgets().forEach(widget -> widgets.add(widget.getCOSObject()));
      } else {
        kept.add(field);
      }
    }
    form.setFields(kept);
    form.getCOSObject().removeItem(COSName.getPDFName("SigFlags"));
    document.getDocumentCatalog().getCOSObject().removeItem(COSName.PERMS);
    for (PDPage page : document.getPages()) {
      List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
      if (annotations.removeIf(one -> widgets.contains(one.getCOSObject()))) {
        page.setAnnotations(annotations);
      }
    }
    return signed;
  }
}
