package io.tidemark.disclose.honey;

/**
 * One part of a leaked row against one honey customer.
 *
 * @param agrees whether the part that the key drew is the leaked one
 * @param chance the probability, over the keys of an innocent, that it is: exact or more
 */
record Part(boolean agrees, double chance) {
  /** Half of "nothing was seen" and half of "it agrees"; its mean over the keys is at most 1. */
  double factor() {
    return agrees ? 0.5 + 0.5 / chance : 0.5;
  }
}
