package io.tidemark.server.http;

import io.tidemark.authorise.Overtaken;
import io.tidemark.store.journal.PostgresJournal.JournalUnavailable;
import io.tidemark.store.journal.PostgresJournal.OutcomeUnknown;
import io.tidemark.terms.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems (RFC 9457). Exceptions of libraries become the problem of their status: their own
 * words may repeat what the caller sent. Thread-safe.
 */
@Component
@RestControllerAdvice
public class Problems {
  private final JsonMapper json;
  private final Faults faults;
  private final TurnedAway turnedAway;
  private final ProblemPage page;

  /**
   * Writes with this mapper, or as a page where one was asked for; tells faults there, and counts
   * who is turned away.
   */
  public Problems(JsonMapper json, Faults faults, TurnedAway turnedAway, ProblemPage page) {
    this.page = page;
    this.json = json;
    this.faults = faults;
    this.turnedAway = turnedAway;
  }

  /** Answers a request that ended with an exception. */
  @ExceptionHandler(Exception.class)
  public void answer(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof Halt halt) {
      turnedAway.count(halt.problem());
      halt.waiting()
          .ifPresent(
              wait ->
                  response.setHeader(
                      "Retry-After",
                      String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()))));
      write(halt.problem(), UUID.randomUUID(), request, response);
    } else if (e instanceof Overtaken) {
      write(
          Problem.of(
              409,
              "overtaken",
              "另一人同时作出了决定，您的没有记下；请再看一次",
              "somebody else decided at the same moment: yours is not recorded; look again"),
          UUID.randomUUID(),
          request,
          response);
    } else if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      known
          .getHeaders()
          .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
      write(Problem.ofStatus(known.getStatusCode().value()), UUID.randomUUID(), request, response);
    } else if (e instanceof HttpMessageNotReadableException || e instanceof TypeMismatchException) {
      write(Problem.ofStatus(400), UUID.randomUUID(), request, response);
    } else {
      UUID instance = UUID.randomUUID();
      faults.tell(instance, e);
      write(Problem.ofStatus(status(e)), instance, request, response);
    }
  }

  private static int status(Exception e) {
    if (e instanceof OutcomeUnknown) {
      return 409;
    }
    return e instanceof JournalUnavailable || e instanceof DataAccessException ? 503 : 500;
  }

  /** Answers with a problem. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(problem, UUID.randomUUID(), request, response);
  }

  private void write(
      Problem problem, UUID instance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (page.isFor(request)) {
      response.resetBuffer();
      page.write(problem, instance, request, response);
      return;
    }
    Language language = Tongue.of(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:tidemark:rule:" + problem.rule());
    body.put("title", problem.title().in(language));
    body.put("status", problem.status());
    body.put("detail", problem.detail().in(language));
    body.put("instance", "urn:uuid:" + instance);
    body.put("rule", problem.rule());
    byte[] bytes = json.writeValueAsBytes(body);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Content-Language", Tongue.tag(language));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
