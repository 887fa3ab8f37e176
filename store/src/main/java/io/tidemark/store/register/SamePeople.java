package io.tidemark.store.register;

import io.tidemark.terms.Digest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.roaringbitmap.RoaringBitmap;

/** Names a set of records, so that equal sets are found by an index. As migration V2 does. */
final class SamePeople {
  private SamePeople() {}

  /** SHA-256 over the record numbers in ascending order, four bytes each, the greatest first. */
  static Digest digest(RoaringBitmap records) {
    MessageDigest sha = Digest.newSha256();
    ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
    records.forEach((int record) -> sha.update(number.putInt(0, record).array()));
    return Digest.of(sha.digest());
  }
}
