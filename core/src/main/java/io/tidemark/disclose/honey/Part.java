package io.tidemark.disclose.honey;

/**
 * One part of a leaked row against one honey customer.
 *
 * @param agrees whether the part that the key drew is the leaked one
 * @param chance the probability, over the keys of an innocent, that it is: exact or more
 */
record Part(boolean agrees, double chance) {
  /** "It is not looked at" and "it agrees", one on top of the other: its mean is at most 2. */
  double factor() {
    return agrees ? 1 + 1 / chance : 1;
  }
}
