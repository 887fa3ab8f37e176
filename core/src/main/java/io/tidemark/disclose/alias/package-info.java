/**
 * Alias numbers: in place of a person's own number a party is given one that is that party's own
 * for that person.
 *
 * <p>Question it answers: which number stands for this person in this party's copies, and until
 * when? A party, a purpose and its people come in; numbers of the pool go out, each bound to one
 * person for one party and purpose. A binding is made in the transaction of the disclosure's entry,
 * and which number stood in which row is kept with the disclosure, so that the copy can be made
 * again. A number never stands for two people at once, and rests before it is bound again. It never
 * says what a person's own number is.
 */
@NullMarked
package io.tidemark.disclose.alias;

import org.jspecify.annotations.NullMarked;
