package io.tidemark.media;

import io.tidemark.find.Finding;
import io.tidemark.media.document.Repair;
import io.tidemark.media.picture.Quad;
import java.util.List;

/**
 * Personal information in a picture.
 *
 * @param finding what it is; its span counts in the line or the field that it stands in
 * @param place where it stands in the original picture
 * @param line the number of its line, from 0; -1 for a field that was read by itself
 * @param repairs what was repaired in it
 */
public record PlacedFinding(Finding finding, Quad place, int line, List<Repair> repairs) {}
