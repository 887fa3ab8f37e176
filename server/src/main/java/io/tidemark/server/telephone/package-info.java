/**
 * The telephone as a part of the server.
 *
 * <p>Question it answers: how does a server hear calls beside requests? Settings and whoever
 * decides about calls come in; a telephone that starts and ends with the server goes out, with its
 * figures and its health. It decides about no call.
 */
@NullMarked
package io.tidemark.server.telephone;

import org.jspecify.annotations.NullMarked;
