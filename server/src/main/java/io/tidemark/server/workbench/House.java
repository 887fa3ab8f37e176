package io.tidemark.server.workbench;

import io.tidemark.server.http.Paths;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.terms.China;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What every template knows, as {@code house}: who reads, in which language and colours, where one
 * can go, and how times and numbers are written for that reader. One for each request.
 */
public final class House {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final @Nullable SignedInPerson person;
  private final Language language;
  private final String theme;
  private final String path;
  private final UnaryOperator<String> assets;
  private final String once = UUID.randomUUID().toString();

  private House(
      @Nullable SignedInPerson person,
      Language language,
      String theme,
      String path,
      UnaryOperator<String> assets) {
    this.assets = assets;
    this.person = person;
    this.language = language;
    this.theme = theme;
    this.path = path;
  }

  static House of(HttpServletRequest request, UnaryOperator<String> assets) {
    return new House(
        SecurityContextHolder.getContext().getAuthentication() instanceof SignedInPerson known
            ? known
            : null,
        Reader.language(request),
        Reader.theme(request),
        Paths.of(request),
        assets);
  }

  /** A line of the navigation. */
  public record Line(String href, String word, boolean here) {}

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return person != null;
  }

  /** Who reads. */
  public String getPerson() {
    return person == null ? "" : person.actor().id();
  }

  /** What a form sends along as {@code anti-forgery}. */
  public String getAntiForgery() {
    return person == null ? "" : person.antiForgery();
  }

  /** What a form sends along as {@code once}: sent twice, it is done once. */
  public String getOnce() {
    return once;
  }

  /** The address of a file of pages; it changes with what the file holds. */
  public String asset(String name) {
    return assets.apply(Paths.ASSETS + "/" + name);
  }

  /** {@code zh-CN} or {@code en}. */
  public String getLanguage() {
    return language == Language.ZH ? "zh-CN" : "en";
  }

  /** {@code light}, {@code dark} or {@code auto}. */
  public String getTheme() {
    return theme;
  }

  /** The page that is open: one comes back to it after a switch. */
  public String getPath() {
    return path;
  }

  /** Where this reader's duties lead. */
  public List<Line> getNavigation() {
    return person == null
        ? List.of()
        : Stream.of(Place.values())
            .filter(place -> place.isFor(person.actor()))
            .map(place -> new Line(place.href(), place.word(), place.holds(path)))
            .toList();
  }

  /** A whole number with separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** A moment to the minute, in China's time. */
  public String moment(Instant at) {
    String form = language == Language.ZH ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(form, locale()).withZone(ZONE).format(at);
  }

  /** A day, in China's time. */
  public String day(Instant at) {
    String form = language == Language.ZH ? "yyyy年M月d日" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(form, locale()).format(China.day(at));
  }

  /** The words in this reader's language. */
  public String say(Words words) {
    return words.in(language);
  }

  /** The names of columns, one after the other. */
  public String columns(List<FieldClass> columns) {
    return columns.stream()
        .map(this::column)
        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
  }

  /** The name of a column. */
  public String column(FieldClass column) {
    return language == Language.ZH ? column.zh() : column.en();
  }

  private Locale locale() {
    return language == Language.ZH ? Locale.CHINA : Locale.ENGLISH;
  }
}
