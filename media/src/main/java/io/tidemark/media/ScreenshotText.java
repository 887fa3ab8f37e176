package io.tidemark.media;

import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.media.chat.Conversation;
import io.tidemark.media.chat.Message;
import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Quad;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of screenshots that show one conversation: its messages below each other, each told once
 * however many screenshots show it. Immutable, thread-safe.
 *
 * @param conversation that they show
 */
public record ScreenshotText(Conversation conversation) {
  /**
   * Personal information in one or more of the screenshots.
   *
   * @param finding what it is; its span counts in {@link #text}, or in the line that it stands in
   *     where that is none of a message
   * @param spots where it stands, in the order of reading: at least one, several where it goes over
   *     lines
   */
  public record Spread(Finding finding, List<Spot> spots) {}

  /**
   * A place in one of the screenshots.
   *
   * @param screen the number of the screenshot, from 0
   */
  public record Spot(int screen, Quad place) {}

  /** What these screenshots show, in the order in which they were taken. */
  public static ScreenshotText of(List<PictureText> screenshots) {
    return new ScreenshotText(
        Conversation.of(screenshots.stream().map(PictureText::screen).toList()));
  }

  /**
   * Whether a picture goes on where the one before ends. A chat about a car may look like a
   * licence, so that what was taken for one may go on too: two licences share labels, but not what
   * stands between them.
   */
  public static boolean goesOn(PictureText before, PictureText next) {
    return Conversation.goesOn(before.screen(), next.screen());
  }

  /** Whether both may be screenshots of one telephone, for all that they share: of one size. */
  public static boolean alike(PictureText one, PictureText other) {
    return one.height() == other.height() && Conversation.alike(one.screen(), other.screen());
  }

  /** The messages, each on a line of its own or more. */
  public PersonalText text() {
    return PersonalText.of(
        String.join(
            "\n",
            conversation.messages().stream()
                .map(message -> message.text().reveal(Reveal.CLASSIFY))
                .toList()));
  }

  /** What a finder finds in the messages, in its order. */
  public List<Spread> said(Finder finder) {
    List<Spread> said = new ArrayList<>();
    finder.find(
        text().reveal(Reveal.CLASSIFY),
        finding ->
            said.add(new Spread(finding, spots(finding.span().start(), finding.span().end()))));
    return List.copyOf(said);
  }

  /** What it finds in lines that are no messages: names of senders, titles. */
  public List<Spread> beside(Finder finder) {
    List<Spread> beside = new ArrayList<>();
    for (Message.Place place : conversation.beside()) {
      finder.find(
          place.line().text().reveal(Reveal.CLASSIFY),
          finding -> {
            Box box = place.line().place(finding.span());
            beside.add(new Spread(finding, List.of(new Spot(place.screen(), box.quad()))));
          });
    }
    return List.copyOf(beside);
  }

  private List<Spot> spots(int start, int end) {
    List<Spot> spots = new ArrayList<>();
    int from = 0;
    for (Message message : conversation.messages()) {
      if (from >= end) {
        break;
      }
      for (Message.Place place : message.lines()) {
        Optional<Box> box = place.box(start - from, end - from);
        box.ifPresent(one -> spots.add(new Spot(place.screen(), one.quad())));
      }
      from += message.text().reveal(Reveal.CLASSIFY).length() + 1;
    }
    return List.copyOf(spots);
  }
}
