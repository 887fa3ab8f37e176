package io.tidemark.planted.circle.two;

import io.tidemark.planted.circle.one.Chicken;
import java.util.List;

/** Planted: needs the chicken. */
public record Egg(List<Chicken> laidBy) {}
