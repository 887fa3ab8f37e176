package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.chainsim.portfolio.Policy;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Screenshots of a conversation about policies, as a telephone of 1,080 pixels' width takes them
 * while somebody scrolls: what stands at the foot of one stands at the head of the next, and the
 * edge cuts messages.
 */
public final class Chat {
  private static final int WIDTH = 1080;
  private static final int SCREEN = 2200;
  private static final int HEAD = 170;
  private static final int FOOT = 150;
  private static final double TEXT = 44;
  private static final double LEADING = 62;
  private static final double ROOM = 680;
  private static final Color GROUND = new Color(237, 237, 237);
  private static final Color OWN = new Color(149, 236, 105);
  private static final Color INK = new Color(24, 24, 24);
  private static final Color GREY = new Color(140, 140, 140);

  private final Draw draw;
  private final Typeface face;
  private final String title;
  private final List<Message> messages;

  /**
   * A message as it was sent.
   *
   * @param sender by the name above the message; {@code 我} for the one whose telephone it is
   * @param text in one piece
   */
  public record Message(String sender, String text) {}

  /** A conversation about these policies, one or two messages each. */
  Chat(Draw draw, List<Policy> policies, boolean tuning) {
    this.draw = draw;
    this.messages = new ArrayList<>();
    List<String> senders = List.of("川办小刘", "保险王姐", "我");
    for (Policy policy : policies) {
      String sender = draw.of(senders);
      for (String text : told(policy)) {
        messages.add(new Message(sender, text));
      }
    }
    StringBuilder all = new StringBuilder();
    messages.forEach(message -> all.append(message.sender()).append(message.text()));
    this.face = Typeface.drawn(draw, tuning, all.toString());
    this.title = "续保交流群(" + draw.between(12, 300) + ")";
  }

  private List<String> told(Policy policy) {
    Policy.Owner owner = policy.owner();
    Policy.Car car = policy.car();
    String whose = owner.name() + " " + owner.mobile();
    return switch (draw.below(4)) {
      case 0 -> List.of(whose + " " + car.plate() + " 到期" + policy.cover().expiry());
      case 1 -> List.of("这个客户要续保，" + whose, "车架号" + car.vin() + "，" + car.plate());
      case 2 -> List.of(car.plate(), owner.name() + "，身份证" + owner.identityNumber());
      default -> List.of("收到，谢谢", "姓名：" + owner.name() + "，电话：" + owner.mobile());
    };
  }

  /** What was said, in order. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** The screenshots in the order in which they were taken. */
  public List<BufferedImage> screens() {
    BufferedImage whole = whole();
    int window = SCREEN - HEAD - FOOT;
    List<BufferedImage> screens = new ArrayList<>();
    int top = 0;
    while (true) {
      int from = Math.max(0, Math.min(top, whole.getHeight() - window));
      screens.add(screen(whole, from));
      if (from + window >= whole.getHeight()) {
        return screens;
      }
      top = from + window - draw.between(260, 800);
    }
  }

  private BufferedImage screen(BufferedImage whole, int from) {
    Sheet sheet = new Sheet(WIDTH, SCREEN, 1, GROUND);
    BufferedImage screen = sheet.image();
    Graphics2D graphics = screen.createGraphics();
    graphics.drawImage(whole, 0, HEAD - from, null);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, WIDTH, HEAD);
    graphics.fillRect(0, SCREEN - FOOT, WIDTH, FOOT);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(120, SCREEN - FOOT + 30, 700, 90);
    graphics.setColor(INK);
    graphics.setFont(face.font(36));
    graphics.drawString("9:4" + draw.below(10), 60, 55);
    graphics.drawString("<", 40, 135);
    graphics.setFont(face.font(48));
    graphics.drawString(title, (WIDTH - graphics.getFontMetrics().stringWidth(title)) / 2, 140);
    graphics.dispose();
    return screen;
  }

  private BufferedImage whole() {
    double height = 40;
    for (Message message : messages) {
      height += height(message);
    }
    Sheet sheet = new Sheet(WIDTH, Math.max(height + 40, 600), 1, GROUND);
    double y = 40;
    for (int i = 0; i < messages.size(); i++) {
      y = i % 5 == 0 ? time(sheet, y, i) : y;
      y = message(sheet, messages.get(i), y);
    }
    return sheet.image();
  }

  private double height(Message message) {
    return lines(message.text()).size() * LEADING + 200;
  }

  private double time(Sheet sheet, double y, int number) {
    sheet.text("上午10:" + (10 + number), face, 34, GREY, 450, y + 30);
    return y + 70;
  }

  private double message(Sheet sheet, Message message, double y) {
    boolean own = message.sender().equals("我");
    double side = own ? WIDTH - 130 : 30;
    sheet.fill(new Color(110, 140, 170), side, y, 100, 100, 16);
    double top = y;
    if (!own) {
      sheet.text(message.sender(), face, 32, GREY, 160, y + 30);
      top += 46;
    }
    List<String> lines = lines(message.text());
    double widest =
        lines.stream().mapToDouble(line -> sheet.width(line, face, TEXT)).max().orElse(0);
    double left = own ? WIDTH - 160 - widest - 60 : 160;
    sheet.fill(own ? OWN : Color.WHITE, left, top, widest + 60, lines.size() * LEADING + 44, 18);
    for (int i = 0; i < lines.size(); i++) {
      sheet.text(lines.get(i), face, TEXT, INK, left + 30, top + 64 + i * LEADING);
    }
    return top + lines.size() * LEADING + 44 + 46;
  }

  private List<String> lines(String text) {
    Sheet measure = new Sheet(1, 1, 1, GROUND);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (measure.width(line.toString() + text.charAt(i), face, TEXT) > ROOM) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(text.charAt(i));
    }
    lines.add(line.toString());
    return lines;
  }
}
