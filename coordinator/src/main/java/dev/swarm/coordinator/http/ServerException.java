package dev.swarm.coordinator.http;

/** The server could not start; the message says why, and what to do. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  private ServerException(String message, Throwable cause) {
    super(message, cause);
  }

  static ServerException of(HttpSettings settings, Exception failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    var place = settings.host() + ":" + settings.port();
    var mend =
        cause instanceof java.net.BindException
            ? "; another program listens there, or it is no address of this machine: see"
                + " serve.listen"
            : "; see serve.listen and serve.tls in swarm.yaml";
    return new ServerException(
        "could not serve HTTP at " + place + ": " + cause.getMessage() + mend, failure);
  }
}
