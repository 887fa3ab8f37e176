package io.tidemark.server.http;

import io.tidemark.terms.Words;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the operator of faults: which, of what class, where. Never a message: messages of libraries
 * may hold values. Thread-safe when its listener is.
 */
public final class Faults {
  private final Consumer<Words> listener;

  /** Tells this listener. */
  public Faults(Consumer<Words> listener) {
    this.listener = listener;
  }

  /** Tells of a fault whose problem detail has this instance. */
  public void tell(UUID instance, Throwable fault) {
    StringBuilder what = new StringBuilder();
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
      what.append(depth == 0 ? "" : " < ").append(cause.getClass().getName()).append(at(cause));
    }
    listener.accept(new Words("故障 " + instance + "：" + what, "fault " + instance + ": " + what));
  }

  private static String at(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith("io.tidemark.")) {
        return " (" + frame + ")";
      }
    }
    return trace.length == 0 ? "" : " (" + trace[0] + ")";
  }
}
