package io.tidemark.server.workbench;

import io.tidemark.authorise.LookUps;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.Recorded;
import io.tidemark.disclose.View;
import io.tidemark.server.api.LookUpDesk;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking one person up for a task of one's duty: the number, and what may be seen. */
@WorkbenchPage
class LookUpPage {
  private static final String TEMPLATE = "workbench/look-up";

  private final LookUpDesk desk;

  LookUpPage(LookUpDesk desk) {
    this.desk = desk;
  }

  /**
   * A field of a policy, for the template alone; hides its text.
   *
   * @param text as the person may see it
   */
  public record Line(FieldClass field, String text) {
    @Override
    public String toString() {
      return "Line";
    }
  }

  @GetMapping(Paths.LOOK_UP_PAGE)
  String form(SignedInPerson person, Model model) {
    return page(person, "", FieldClass.PLATE.zh(), model);
  }

  /** What is shown is kept by nobody: the page that answers is not to be had again. */
  @PostMapping(Paths.LOOK_UP_PAGE)
  String lookUp(
      SignedInPerson person,
      @RequestParam(required = false) @Nullable String task,
      @RequestParam(required = false) @Nullable String reference,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String number,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      LookUp.Ask ask =
          LookUpDesk.ask(
              task, reference, kind, number, Channel.SCREEN, request.getHeader("Idempotency-Key"));
      show(desk.lookUp(person, ask), model);
    } catch (Halt halt) {
      response.setStatus(halt.problem().status());
      model.addAttribute("problem", halt.problem());
    }
    return page(person, String.valueOf(task), String.valueOf(kind), model);
  }

  private String page(SignedInPerson person, String task, String kind, Model model) {
    List<LookUps.Task> tasks = desk.tasks(person.actor());
    model.addAttribute("tasks", tasks);
    model.addAttribute("references", tasks.stream().anyMatch(LookUps.Task::reference));
    model.addAttribute("kinds", LookUpDesk.kinds());
    model.addAttribute("task", task);
    model.addAttribute("kind", kind);
    return TEMPLATE;
  }

  private static void show(Recorded.Done<LookUp.Shown> done, Model model) {
    LookUp.Shown shown = done.what();
    List<List<Line>> policies = new ArrayList<>();
    for (View view : shown.policies()) {
      List<Line> lines = new ArrayList<>();
      view.fields().forEach((field, text) -> lines.add(new Line(field, text.reveal(Reveal.SHOW))));
      policies.add(lines);
    }
    model.addAttribute("policies", policies);
    model.addAttribute("copy", shown.copy());
    model.addAttribute("more", shown.more());
    model.addAttribute("why", shown.permit().why());
    model.addAttribute("entry", done.receipt().index());
  }
}
