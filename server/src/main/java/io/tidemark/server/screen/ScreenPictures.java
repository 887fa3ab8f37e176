package io.tidemark.server.screen;

import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.authorise.ScreenTerms;
import io.tidemark.custody.marks.ScreenNumbers;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.ScreenMarker;
import io.tidemark.media.mark.ScreenMarker.Ground;
import io.tidemark.server.rules.Rules;
import io.tidemark.server.signin.SignedInPerson;
import io.tidemark.store.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stylesheet and the pictures that lie over a page. They are of the minute in which they are
 * asked for, and a browser keeps them until its end. Thread-safe.
 */
@RestController
@Hidden
class ScreenPictures {
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
  private static final int SECONDS = 60;

  private final Rules rules;
  private final Clock clock;
  private final ScreenNumbers numbers;
  private final ScreenMarker marker;

  ScreenPictures(Home home, Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
    this.numbers = home.screenNumbers();
    this.marker = new ScreenMarker(PictureKey.of(home.keys()));
  }

  /** What a page names in its head; it says as the policy does what lies over the page. */
  @GetMapping(ScreenStyle.PATH)
  ResponseEntity<String> style(SignedInPerson person) {
    ScreenTerms terms = rules.inForce(person.rules()).policy().screens();
    return answer(CSS, clock.instant(), ScreenStyle.of(terms));
  }

  @GetMapping(ScreenStyle.LIGHT)
  ResponseEntity<byte[]> light(SignedInPerson person) {
    return tile(person, Ground.LIGHT);
  }

  @GetMapping(ScreenStyle.DARK)
  ResponseEntity<byte[]> dark(SignedInPerson person) {
    return tile(person, Ground.DARK);
  }

  /** The viewer's name and the minute, again and again. */
  @GetMapping(ScreenStyle.LINE)
  ResponseEntity<String> line(SignedInPerson person) {
    Instant now = clock.instant();
    return answer(SVG, now, ViewerLine.of(person.actor().id(), person.party(), now));
  }

  private ResponseEntity<byte[]> tile(SignedInPerson person, Ground ground) {
    Instant now = clock.instant();
    long number = numbers.number(person.signIn(), now).value();
    return answer(MediaType.IMAGE_PNG, now, marker.tile(number, ground));
  }

  private static <T> ResponseEntity<T> answer(MediaType type, Instant now, T body) {
    long left = SECONDS - Math.floorMod(now.getEpochSecond(), SECONDS);
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(left)).cachePrivate())
        .header("Vary", "Cookie, Authorization")
        .body(body);
  }
}
