package io.tidemark.server;

import io.tidemark.telephone.CannotListen;
import io.tidemark.terms.Words;
import org.springframework.boot.web.server.PortInUseException;

/** A server that could not be started, with what to do about it. */
public final class CannotServe extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  CannotServe(ServerSettings settings, RuntimeException cause) {
    super(cause);
    this.words = words(settings, cause);
  }

  private static Words words(ServerSettings settings, RuntimeException cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof CannotListen telephone) {
        return new Words(
            "不能监听 " + telephone.listening() + "：端口被占用、没有权限或不是本机地址，请改 --sip",
            "cannot listen on "
                + telephone.listening()
                + ": the port is taken, not allowed or not of this machine; change --sip");
      }
      if (each instanceof PortInUseException || each instanceof java.net.BindException) {
        String where = settings.host() + ":" + settings.port();
        return new Words(
            "不能监听 " + where + "：端口被占用或没有权限，请用 --port 另选",
            "cannot listen on "
                + where
                + ": the port is taken or not allowed; choose another with --port");
      }
    }
    Throwable deepest = cause;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String what = deepest.getClass().getSimpleName();
    return settings.certificate().isPresent()
        ? new Words(
            "不能以此证书启动（" + what + "）：请检查证书与私钥是否配套、是否为 PEM",
            "cannot start with this certificate ("
                + what
                + "): check that key and certificate belong together and are PEM")
        : new Words("服务没有启动：" + what, "the server did not start: " + what);
  }

  /** What is wrong and what to do. */
  public Words words() {
    return words;
  }
}
