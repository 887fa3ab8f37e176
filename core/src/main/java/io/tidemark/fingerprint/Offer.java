package io.tidemark.fingerprint;

import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One marked value of a record: its position and the carriers that it offers. Immutable.
 *
 * @param position the content's position
 * @param carriers at least one, all of the same field
 */
public record Offer(Position position, List<Carrier> carriers) {
  /** Copies the list. */
  public Offer {
    carriers = List.copyOf(carriers);
  }

  /** Packs offers: for each a count, the carriers' numbers and 16 bytes of position. */
  public static byte[] pack(List<Offer> offers) {
    int size = 0;
    for (Offer offer : offers) {
      size += 1 + offer.carriers().size() + Position.SIZE;
    }
    ByteBuffer packed = ByteBuffer.allocate(size);
    for (Offer offer : offers) {
      packed.put((byte) offer.carriers().size());
      for (Carrier carrier : offer.carriers()) {
        packed.put((byte) carrier.ordinal());
      }
      packed.put(offer.position().bytes());
    }
    return packed.array();
  }

  /** Reads what {@link #pack} wrote. */
  public static List<Offer> unpack(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    List<Offer> offers = new ArrayList<>(3);
    while (in.hasRemaining()) {
      List<Carrier> carriers = new ArrayList<>(2);
      for (int count = in.get(); count > 0; count--) {
        carriers.add(Carrier.at(in.get()));
      }
      byte[] position = new byte[Position.SIZE];
      in.get(position);
      offers.add(new Offer(Position.of(position), carriers));
    }
    return offers;
  }
}
