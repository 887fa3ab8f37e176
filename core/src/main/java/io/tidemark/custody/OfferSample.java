package io.tidemark.custody;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What up to 2,000 records of a list offer, chosen fairly (reservoir sampling, Vitter 1985). */
final class OfferSample {
  private static final int MOST = 2_000;

  private final List<List<Offer>> offers = new ArrayList<>();
  private final SplittableRandom random;
  private long seen;

  /** The sample is the same for the same seed and records. */
  OfferSample(long seed) {
    random = new SplittableRandom(seed);
  }

  void add(List<Offer> record) {
    seen++;
    if (offers.size() < MOST) {
      offers.add(record);
      return;
    }
    long place = random.nextLong(seen);
    if (place < MOST) {
      offers.set((int) place, record);
    }
  }

  /** The offers of each chosen record. */
  List<List<Offer>> offers() {
    return offers;
  }

  /** How many records were seen. */
  int size() {
    return (int) seen;
  }

  /** SHA-256 over the offers of each chosen record, in their order. */
  Digest digest() {
    MessageDigest sha = Digest.newSha256();
    ByteBuffer size = ByteBuffer.allocate(Integer.BYTES);
    for (List<Offer> record : offers) {
      byte[] packed = Offer.pack(record);
      sha.update(size.putInt(0, packed.length).array());
      sha.update(packed);
    }
    return Digest.of(sha.digest());
  }

  /** The fields that offer carriers in some record. */
  Set<FieldClass> fields() {
    Set<FieldClass> fields = EnumSet.noneOf(FieldClass.class);
    offers.forEach(record -> record.forEach(offer -> fields.add(field(offer))));
    return fields;
  }

  /** The field that an offer belongs to. */
  static FieldClass field(Offer offer) {
    return offer.carriers().get(0).field();
  }
}
