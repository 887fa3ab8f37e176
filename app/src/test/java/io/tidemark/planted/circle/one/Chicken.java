package io.tidemark.planted.circle.one;

import io.tidemark.planted.circle.two.Egg;

/** Planted: needs the egg. */
public record Chicken(Egg from) {}
