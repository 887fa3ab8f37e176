package io.tidemark.telephone;

import java.util.Set;
import javax.sip.message.Response;

/**
 * What the other side of a call answered, as far as one side is told: that a number does not exist,
 * was moved or is looked after by somebody else says something about the person.
 */
final class WhatCallersHear {
  private static final Set<Integer> PROGRESS =
      Set.of(
          Response.RINGING,
          Response.CALL_IS_BEING_FORWARDED,
          Response.QUEUED,
          Response.SESSION_PROGRESS);

  private static final Set<Integer> AS_IT_IS =
      Set.of(
          Response.BUSY_HERE,
          Response.REQUEST_TERMINATED,
          Response.NOT_ACCEPTABLE_HERE,
          Response.REQUEST_PENDING,
          Response.DECLINE);

  private static final int FIRST_OF_SERVERS = 500;
  private static final int FIRST_OF_ALL = 600;

  private WhatCallersHear() {}

  /** Of a status from 101 to 199. */
  static int progress(int status) {
    return status != Response.CALL_IS_BEING_FORWARDED && PROGRESS.contains(status)
        ? status
        : Response.SESSION_PROGRESS;
  }

  /** Of a status from 300 to 699. */
  static int failure(int status) {
    if (AS_IT_IS.contains(status)) {
      return status;
    }
    if (status == Response.BUSY_EVERYWHERE) {
      return Response.BUSY_HERE;
    }
    if (status == Response.SESSION_NOT_ACCEPTABLE || status == Response.UNSUPPORTED_MEDIA_TYPE) {
      return Response.NOT_ACCEPTABLE_HERE;
    }
    return status >= FIRST_OF_SERVERS && status < FIRST_OF_ALL
        ? Response.SERVER_INTERNAL_ERROR
        : Response.TEMPORARILY_UNAVAILABLE;
  }
}
