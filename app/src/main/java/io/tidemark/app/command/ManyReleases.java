package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.Terminal;
import io.tidemark.custody.Disclosure;
import io.tidemark.disclose.HoneyNumberTaken;
import io.tidemark.formats.condition.Canonical;
import io.tidemark.formats.settings.PlanFile;
import io.tidemark.formats.settings.PlannedRelease;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The releases of one {@code plan.yaml}.
 *
 * @param session on whose home
 * @param terminal hears about the progress
 * @param honey how many honey customers each copy has at least
 */
record ManyReleases(Session session, Terminal terminal, int honey) {
  private static final int AT_ONCE = 2;

  /** Carries the plan out; a copy that cannot be written leaves the others alone. */
  Answer ofPlan(Path file) throws Exception {
    SettingsFile settings = SettingsFile.open(file);
    List<PlannedRelease> planned =
        PlanFile.read(settings, session.chain(), session.policy(), Canonical.FOLDED);
    Path beside = Objects.requireNonNull(file.toAbsolutePath().getParent());
    planned.forEach(release -> prepare(beside.resolve(release.out())));
    Selection selection = new Selection(session, terminal::note);
    List<Release> releases = planned.stream().map(one -> release(selection, one, beside)).toList();
    Terminal.Progress progress = terminal.progress(new Words("释放", "releases"), planned.size());
    Map<RoaringBitmap, List<String>> together = together(releases);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try (progress) {
      List<Future<Release.Done>> running = new ArrayList<>();
      for (Release one : releases) {
        List<String> others = together.getOrDefault(one.records(), List.of());
        running.add(
            workers.submit(
                () ->
                    one.release(
                        session,
                        () -> session.twins(one.records(), one.to()).and(others, one.to()))));
      }
      List<Release.Done> done = new ArrayList<>();
      List<Release> unwritten = new ArrayList<>();
      for (int i = 0; i < releases.size(); i++) {
        try {
          done.add(result(running.get(i)));
        } catch (IOException | HoneyNumberTaken e) {
          if (e instanceof HoneyNumberTaken) {
            terminal.note(Work.NUMBER_TAKEN);
          }
          unwritten.add(releases.get(i));
        }
        progress.at(i + 1);
      }
      return answer(done, unwritten);
    } finally {
      workers.shutdownNow();
    }
  }

  /** The parties to which one plan gives exactly the same people. */
  private Map<RoaringBitmap, List<String>> together(List<Release> releases) {
    Map<RoaringBitmap, List<String>> together = new LinkedHashMap<>();
    releases.forEach(
        one -> together.computeIfAbsent(one.records(), set -> new ArrayList<>()).add(one.to()));
    long sets =
        together.values().stream().filter(all -> all.stream().distinct().count() > 1).count();
    if (sets > 0) {
      terminal.note(
          new Words(
              "本计划中有 " + sets + " 组名单的人完全相同，见每份的 identical_to",
              "in this plan "
                  + sets
                  + " sets of exactly the same people go to several parties, see identical_to"));
    }
    return together;
  }

  /** Folders of a plan are made: a plan names many. */
  private static void prepare(Path out) {
    Path folder = out.toAbsolutePath().normalize().getParent();
    try {
      Files.createDirectories(Objects.requireNonNull(folder));
    } catch (IOException e) {
      throw Stop.usage("无法建立文件夹 " + folder, "cannot make the folder " + folder);
    }
    Release.target(out);
  }

  /**
   * Everybody's list is read before the first copy leaves: a plan that cannot be read does nothing.
   */
  private Release release(Selection selection, PlannedRelease planned, Path beside) {
    RoaringBitmap records =
        planned.subjects().isPresent()
            ? selection.subjects(beside.resolve(planned.subjects().get()))
            : selection.where(planned.where().orElseThrow(), planned.purpose());
    return new Release(
        planned.to(),
        planned.purpose(),
        planned.columns(),
        records,
        honey,
        beside.resolve(planned.out()));
  }

  private static Release.Done result(Future<Release.Done> running) throws Exception {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Answer answer(List<Release.Done> done, List<Release> unwritten) {
    Answer.Builder answer = Answer.builder();
    List<String> files = unwritten.stream().map(release -> release.out().toString()).toList();
    files.forEach(
        file ->
            answer.say(
                "无法写入 " + file + "：没有交付，已记入账本",
                "cannot write " + file + ": not delivered, and recorded so"));
    List<Map<String, @Nullable Object>> released = new ArrayList<>();
    List<Map<String, @Nullable Object>> refused = new ArrayList<>();
    for (Release.Done one : done) {
      one.outcome()
          .either(
              copy -> {
                answer.say(Release.words(copy, Path.of(String.valueOf(one.fields().get("file")))));
                return copy.poolShort() ? answer.say(Release.poolShort(copy)) : answer;
              },
              no -> answer.say(one.why()));
      (one.outcome() instanceof Disclosure.Released ? released : refused)
          .add(one.fields(terminal.language()));
    }
    return answer
        .field("disclosures", released)
        .field("refused", refused)
        .field("unwritten", files)
        .say(
            "释放 " + released.size() + " 份，拒绝 " + refused.size() + " 份",
            released.size() + " released, " + refused.size() + " refused")
        .exit(!files.isEmpty() ? Exit.FAULT : refused.isEmpty() ? Exit.DONE : Exit.REFUSED)
        .build();
  }
}
