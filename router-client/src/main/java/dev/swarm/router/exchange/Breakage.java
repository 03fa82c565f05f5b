package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What an exception of a connection means, by its type and never by its text. */
record Breakage(Order order, Mishap mishap) {
  private static final int WORDS = 200;
  private static final int DEEP = 10;

  /** There is no connection. */
  Trouble dialling(Throwable cause) {
    if (has(cause, SSLException.class) || has(cause, CertificateException.class)) {
      return tls(cause);
    }
    if (has(cause, ConnectionPoolTooBusyException.class)) {
      return mishap.trouble(
          Kind.QUEUE_FULL, "ask", "all its connections are in use, and as many wait");
    }
    return mishap.trouble(Kind.UNREACHABLE, "reach", unreachable(cause));
  }

  /**
   * The request was sent, and the connection failed.
   *
   * @param http whether HTTP was spoken on that connection before
   */
  Trouble sent(Throwable cause, boolean http) {
    if (has(cause, SSLException.class)) {
      return tls(cause);
    }
    if (has(cause, TooLongHttpHeaderException.class)
        || has(cause, TooLongHttpLineException.class)) {
      return mishap.trouble(Kind.TOO_LARGE, "read the answer of", "its headers do not end");
    }
    if (closed(cause)) {
      return mishap.trouble(
          Kind.CUT,
          "get a reply from",
          "the connection was closed before the reply was whole; see the log of the router");
    }
    return http
        ? mishap.garbled("it is no HTTP: " + words(cause))
        : mishap.trouble(
            Kind.NO_ROUTER,
            "talk to",
            "what listens there does not speak HTTP; check the port, and whether it wants https");
  }

  private Trouble tls(Throwable cause) {
    if (has(cause, NotSslRecordException.class)) {
      return mishap.trouble(
          Kind.UNTRUSTED, "talk to", "it does not speak TLS; if that is right, write http://");
    }
    if (has(cause, ClosedChannelException.class)) {
      return mishap.trouble(
          Kind.UNREACHABLE, "reach", "it closed the connection while TLS was being set up");
    }
    var mend =
        has(cause, CertificateExpiredException.class)
            ? "; it has expired, and whoever runs the router has to renew it"
            : "; if it is your own, name its PEM file as this endpoint's trust";
    return mishap.trouble(
        Kind.UNTRUSTED, "trust", "its certificate is not accepted (" + words(cause) + ")" + mend);
  }

  private String unreachable(Throwable cause) {
    if (has(cause, UnknownHostException.class)) {
      return "the name " + order.target().host() + " is not known; check the URL and the DNS";
    }
    if (has(cause, ConnectTimeoutException.class) || has(cause, TimeoutException.class)) {
      return "no connection within "
          + Spoken.of(order.clocks().connect())
          + "; is it up, and is a firewall in between?";
    }
    if (has(cause, ConnectException.class)) {
      return "the connection was refused; is the router running, and is the port right?";
    }
    return words(cause) + "; is the router running, and is the URL right?";
  }

  private static boolean closed(Throwable cause) {
    return has(cause, HttpClosedException.class)
        || has(cause, ClosedChannelException.class)
        || has(cause, IOException.class);
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    return chain(cause).anyMatch(type::isInstance);
  }

  /** A chain of causes can be a circle. */
  private static Stream<Throwable> chain(Throwable cause) {
    return Stream.iterate(Optional.of(cause), one -> one.map(Throwable::getCause))
        .limit(DEEP)
        .takeWhile(Optional::isPresent)
        .map(Optional::get);
  }

  /** The innermost message. */
  static String words(Throwable cause) {
    var last = chain(cause).reduce(cause, (_, inner) -> inner);
    var message = Optional.ofNullable(last.getMessage());
    return Spoken.visible(message.orElse(last.getClass().getSimpleName()), WORDS);
  }
}
