package io.tidemark.media.document;

import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Optional;

/**
 * A field of a paper.
 *
 * @param entry what it holds
 * @param value as its kind is spelt, without spaces
 * @param place of the value in the picture
 * @param surety from 0 to 1: how sure the recogniser is of its characters
 * @param checked whether it has a check digit, and that holds
 * @param labelled whether its label was found; else its shape alone speaks for it
 * @param repairs what was read otherwise at first, in the order of the value
 * @param otherwise what the value may be as well: what was read, where the value is what a check
 *     digit made of it, or what its check digit would make of it, where every sign was clear
 */
public record Field(
    Entry entry,
    PersonalText value,
    Box place,
    double surety,
    boolean checked,
    boolean labelled,
    List<Repair> repairs,
    Optional<PersonalText> otherwise) {}
