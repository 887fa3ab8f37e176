package io.tidemark.server.workbench;

import io.tidemark.server.http.Paths;
import io.tidemark.server.signin.BrowserSession;
import io.tidemark.server.signin.SignedInPerson;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of the workbench: signing in and out, language and colours. */
@WorkbenchPage
class DoorPages {
  private final BrowserSession session;

  DoorPages(BrowserSession session) {
    this.session = session;
  }

  @GetMapping("/")
  ResponseEntity<Void> root() {
    return to(Paths.WORKBENCH).build();
  }

  @GetMapping(Paths.SIGN_IN_PAGE)
  String door(@Nullable SignedInPerson person) {
    return person == null ? "workbench/sign-in" : "redirect:" + Paths.WORKBENCH;
  }

  @PostMapping(Paths.SIGN_IN_PAGE)
  ResponseEntity<Void> in(
      @Nullable SignedInPerson held,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String password,
      @RequestParam(required = false) @Nullable String code) {
    return to(Paths.WORKBENCH)
        .header(HttpHeaders.SET_COOKIE, session.in(held, person, password, code))
        .build();
  }

  @PostMapping(Paths.WORKBENCH + "/sign-out")
  ResponseEntity<Void> out(SignedInPerson person) {
    return to(Paths.SIGN_IN_PAGE)
        .header(HttpHeaders.SET_COOKIE, session.out(person))
        .header("Clear-Site-Data", "\"storage\"")
        .build();
  }

  @GetMapping(Paths.READER)
  ResponseEntity<Void> reader(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/") String back) {
    ResponseEntity.BodyBuilder answer = to(ours(back) ? back : Paths.WORKBENCH);
    if (language != null && language.matches("zh|en")) {
      answer.header(HttpHeaders.SET_COOKIE, kept(Reader.LANGUAGE, language));
    }
    if (theme != null && theme.matches("auto|light|dark")) {
      answer.header(HttpHeaders.SET_COOKIE, kept(Reader.THEME, theme));
    }
    return answer.build();
  }

  /** No address of another host, and nothing that ends a header. */
  private static boolean ours(String back) {
    return back.matches("/([a-z0-9][a-z0-9/-]*)?");
  }

  private static String kept(String name, String value) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(Duration.ofDays(365))
        .build()
        .toString();
  }

  private static ResponseEntity.BodyBuilder to(String place) {
    return ResponseEntity.status(303).header(HttpHeaders.LOCATION, place);
  }
}
