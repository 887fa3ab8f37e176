package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.app.command.Work;
import io.tidemark.evidence.Check;
import io.tidemark.formats.bundle.BadBundle;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.HistoryChecks;
import io.tidemark.history.Meeting;
import io.tidemark.history.OwnerHistory;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was verified of one owner's file, or of two and between them.
 *
 * @param language in which a program is told
 * @param key the ledger's key as the verifier knows it
 */
record VerifiedHistory(Language language, Optional<VerifierKey> key) {
  Answer answer(List<Path> files) throws IOException, BadBundle {
    Answer.Builder answer = Answer.builder();
    List<Map<String, Object>> told = new ArrayList<>();
    List<OwnerHistory> read = new ArrayList<>();
    boolean valid = true;
    for (Path file : files) {
      OwnerHistory history = OwnerFile.read(file);
      read.add(history);
      String before = files.size() == 1 ? "" : read.size() + "/";
      List<Check> checks = new HistoryChecks(history, key).run();
      valid &= tell(answer, told, before, checks);
    }
    if (read.size() == 2) {
      valid &= tell(answer, told, "", new Meeting(read.get(0), read.get(1)).run());
    }
    answer.say(
        valid ? "历史完整，未经改动。" : "历史核验不通过。",
        valid ? "The history is whole and unaltered." : "The history is NOT valid.");
    return answer
        .field("valid", valid)
        .field("events", read.get(0).events().size())
        .field("checks", told)
        .exit(Work.exitOf(valid))
        .build();
  }

  private boolean tell(
      Answer.Builder answer, List<Map<String, Object>> told, String before, List<Check> checks) {
    checks.forEach(check -> told.add(VerifyCommand.say(answer, before, check, language)));
    return checks.stream().filter(Check::needed).allMatch(Check::ok);
  }
}
