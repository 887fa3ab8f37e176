package io.tidemark.app.scan;

import io.tidemark.find.Finder;
import io.tidemark.formats.scan.Place;
import io.tidemark.formats.scan.Shown;
import io.tidemark.media.PictureText;
import io.tidemark.media.ScreenshotText;
import io.tidemark.media.document.Repair;
import io.tidemark.media.picture.Point;
import io.tidemark.media.picture.Quad;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What pictures show that {@code media} read: one, or several screenshots of one conversation.
 *
 * @param pictures in order, at least one
 * @param finder what finds in their lines
 * @param oneConversation whether pictures of one size go on from each other that share no line
 */
record ShownText(List<PictureText> pictures, Finder finder, boolean oneConversation)
    implements Shown {
  private static final Words CUT_OFF =
      new Words("图片已损坏：只读了剩下的部分", "the picture is damaged: what is left of it was read");

  @Override
  public Optional<Words> left() {
    return pictures.stream().allMatch(PictureText::whole) ? Optional.empty() : Optional.of(CUT_OFF);
  }

  @Override
  public Optional<Shown> followed(Shown next) {
    PictureText last = pictures.get(pictures.size() - 1);
    if (!(next instanceof ShownText others) || !goesOn(last, others.pictures.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        new ShownText(
            Stream.concat(pictures.stream(), others.pictures.stream()).toList(),
            finder,
            oneConversation));
  }

  private boolean goesOn(PictureText before, PictureText next) {
    return ScreenshotText.goesOn(before, next)
        || (oneConversation && ScreenshotText.alike(before, next));
  }

  @Override
  public Seen seen() {
    if (pictures.size() == 1) {
      List<Spread> alone =
          pictures.get(0).findings(finder).stream()
              .map(
                  one ->
                      new Spread(
                          one.finding(), List.of(new Spot(0, box(one.place(), one.repairs())))))
              .toList();
      return new Seen(PersonalText.of(""), alone, List.of());
    }
    ScreenshotText text = ScreenshotText.of(pictures);
    return new Seen(text.text(), spread(text.said(finder)), spread(text.beside(finder)));
  }

  private static List<Spread> spread(List<ScreenshotText.Spread> found) {
    return found.stream()
        .map(
            one ->
                new Spread(
                    one.finding(),
                    one.spots().stream()
                        .map(spot -> new Spot(spot.screen(), box(spot.place(), List.of())))
                        .toList()))
        .toList();
  }

  /** The upright box around a place. */
  private static Place.InPicture box(Quad place, List<Repair> repairs) {
    List<Point> corners = List.of(place.a(), place.b(), place.c(), place.d());
    int left = (int) Math.floor(corners.stream().mapToDouble(Point::x).min().orElse(0));
    int top = (int) Math.floor(corners.stream().mapToDouble(Point::y).min().orElse(0));
    int right = (int) Math.ceil(corners.stream().mapToDouble(Point::x).max().orElse(0));
    int bottom = (int) Math.ceil(corners.stream().mapToDouble(Point::y).max().orElse(0));
    return new Place.InPicture(
        Math.max(0, left),
        Math.max(0, top),
        right - left,
        bottom - top,
        repairs.stream()
            .map(one -> new Place.InPicture.Repaired(one.at(), one.ground().words()))
            .toList());
  }
}
