package io.tidemark.server.workbench;

import io.tidemark.server.http.Tongue;
import io.tidemark.terms.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody reads pages: by what was chosen, else by what the browser says, Chinese first. */
final class Reader {
  /** The cookie of the language: {@code zh} or {@code en}. */
  static final String LANGUAGE = "tidemark-language";

  /** The cookie of the colours: {@code light} or {@code dark}; the device's own without it. */
  static final String THEME = "tidemark-theme";

  private Reader() {}

  static Language language(HttpServletRequest request) {
    return chosen(request, LANGUAGE)
        .map(it -> it.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(
            () -> request.getHeader("Accept-Language") == null ? Language.ZH : Tongue.of(request));
  }

  static Locale locale(HttpServletRequest request) {
    return language(request) == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
  }

  /** {@code light}, {@code dark}, or {@code auto} for the device's own. */
  static String theme(HttpServletRequest request) {
    return chosen(request, THEME)
        .filter(it -> it.equals("light") || it.equals("dark"))
        .orElse("auto");
  }

  private static Optional<String> chosen(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
