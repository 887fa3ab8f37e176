package io.tidemark.server.workbench;

import io.tidemark.server.http.Paths;
import io.tidemark.server.http.Problem;
import io.tidemark.server.http.ProblemPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Problems as pages: what happened, and what to do now. Thread-safe. */
@Component
class PagesOfProblems implements ProblemPage {
  private final ObjectProvider<SpringTemplateEngine> engine;
  private final Assets assets;

  /** Filters need problems before templates are there. */
  PagesOfProblems(ObjectProvider<SpringTemplateEngine> engine, Assets assets) {
    this.engine = engine;
    this.assets = assets;
  }

  @Override
  public boolean isFor(HttpServletRequest request) {
    return Paths.isPage(request);
  }

  @Override
  public void write(
      Problem problem, UUID instance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean signingIn = Paths.of(request).equals(Paths.SIGN_IN_PAGE);
    if (problem.status() == 401 && !signingIn) {
      response.setStatus(303);
      response.setHeader("Location", Paths.SIGN_IN_PAGE);
      return;
    }
    WebContext context =
        new WebContext(
            JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response),
            Reader.locale(request));
    context.setVariable("house", House.of(request, assets::url));
    context.setVariable("problem", problem);
    context.setVariable("instance", instance);
    byte[] page =
        engine
            .getObject()
            .process(signingIn ? "workbench/sign-in" : "workbench/problem", context)
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
