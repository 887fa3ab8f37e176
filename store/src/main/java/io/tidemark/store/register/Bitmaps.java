package io.tidemark.store.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Sets of records as bytes, in Roaring's portable format. */
public final class Bitmaps {
  private Bitmaps() {}

  /** The bytes of a set. */
  public static byte[] bytes(RoaringBitmap set) {
    set.runOptimize();
    ByteBuffer bytes = ByteBuffer.allocate(set.serializedSizeInBytes());
    set.serialize(bytes);
    return bytes.array();
  }

  /** The set of these bytes. */
  public static RoaringBitmap set(byte[] bytes) {
    RoaringBitmap set = new RoaringBitmap();
    try {
      set.deserialize(ByteBuffer.wrap(bytes));
      return set;
    } catch (IOException e) {
      throw new UncheckedIOException("a set of records is damaged", e);
    }
  }
}
