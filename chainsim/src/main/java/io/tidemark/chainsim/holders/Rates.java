package io.tidemark.chainsim.holders;

/**
 * The rates of a world, each from 0 to 1.
 *
 * @param foreign how many rows are about nobody in custody
 * @param background how many of the others come from anybody in custody instead of the source's
 *     list
 * @param outside how many leaks have a source without us: all rows from anybody in custody
 */
public record Rates(double foreign, double background, double outside) {}
