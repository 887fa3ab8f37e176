package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.files.SubjectsFile;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Subjects;
import io.tidemark.formats.condition.BadCondition;
import io.tidemark.formats.condition.Conditions;
import io.tidemark.terms.Language;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import io.tidemark.vault.select.Condition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/** Whom a release is about: a file of subjects, or a condition over all that is in custody. */
public final class Selection {
  private final Session session;
  private final Consumer<Words> notes;

  public Selection(Session session, Consumer<Words> notes) {
    this.session = session;
    this.notes = notes;
  }

  /** The records of the people that the file names. */
  public RoaringBitmap subjects(Path file) {
    Subjects.Found found =
        new SubjectsFile(
                session.home().shelf(),
                session.vault().tokens(),
                session.headings(Optional.empty()))
            .find(file);
    if (found.unknown() > 0) {
      notes.accept(
          new Words(
              file + "：有 " + found.unknown() + " 个不在保管中，已略过",
              file + ": " + found.unknown() + " are not in custody and are left out"));
    }
    if (found.records().isEmpty()) {
      throw Stop.unreadable(new Words(file + "：没有一个在保管中", file + ": none of them is in custody"));
    }
    return found.records();
  }

  /** A condition as it was typed. */
  public static Condition parse(String typed) {
    Labels labels = Labels.asOf(LocalDate.now());
    try {
      return Conditions.parse(
          typed, (field, value) -> labels.label(field, value).canonical().reveal(Reveal.SELECT));
    } catch (BadCondition e) {
      throw Stop.usage(e.words().zh(), e.words().en());
    }
  }

  /**
   * The records for which the condition holds. Looking through the vault is recorded before it is
   * opened.
   */
  public RoaringBitmap where(Condition condition, String purpose) {
    RoaringBitmap chosen =
        Refusals.orStop(
                session
                    .selecting()
                    .where(
                        session.actor(),
                        condition,
                        Conditions.print(condition, Language.EN),
                        purpose))
            .what();
    if (chosen.isEmpty()) {
      throw Stop.unreadable(new Words("没有人符合此条件", "nobody meets the condition"));
    }
    return chosen;
  }
}
