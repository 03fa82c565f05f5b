package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Endpoint;
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
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Words for what went wrong with one order: what, where, and how to mend it. */
record Mishap(Order order) {
  private static final int WORDS = 200;

  /** There is no connection. */
  Trouble dialling(Throwable cause) {
    if (has(cause, SSLException.class) || has(cause, CertificateException.class)) {
      return tls(cause);
    }
    if (has(cause, ConnectionPoolTooBusyException.class)) {
      return trouble(Kind.QUEUE_FULL, "ask", "all its connections are in use, and as many wait");
    }
    return trouble(Kind.UNREACHABLE, "reach", unreachable(cause));
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
      return trouble(Kind.TOO_LARGE, "read the answer of", "its headers do not end");
    }
    if (closed(cause)) {
      return trouble(
          Kind.CUT,
          "get a reply from",
          "the connection was closed before the reply was whole; see the log of the router");
    }
    return http
        ? garbled("it is no HTTP: " + words(cause))
        : trouble(
            Kind.NO_ROUTER,
            "talk to",
            "what listens there does not speak HTTP; check the port, and whether it wants https");
  }

  /** The first-byte clock ran out. */
  Trouble silent() {
    return trouble(
        Kind.SILENT,
        "get a reply from",
        "nothing came within "
            + Spoken.of(order.firstByte())
            + "; is it overloaded? A longer first-byte clock helps where prompts take long to"
            + " read");
  }

  /** The progress clock ran out. */
  Trouble stalled() {
    return trouble(
        Kind.STALLED,
        "get a reply from",
        "the reply began, and then nothing of it came for " + Spoken.of(order.progress()));
  }

  /** The clock for all of it ran out, or the caller's patience. */
  Trouble late() {
    return trouble(
        order.totalKind(),
        "get a reply from",
        "it was not whole within " + Spoken.of(order.total()));
  }

  Trouble tooLarge() {
    return trouble(
        Kind.TOO_LARGE, "read the reply of", "it is larger than " + order.most() + " bytes");
  }

  Trouble garbled(String why) {
    return trouble(Kind.GARBLED, "read the reply of", why);
  }

  Trouble html(int status) {
    return withStatus(
        status,
        Kind.NO_ROUTER,
        "talk to",
        "it answers with a web page; the URL should be the base of the API, as in"
            + " http://host:8080/v1");
  }

  Trouble redirected(int status, String location) {
    return withStatus(
        status,
        Kind.REDIRECTED,
        "talk to",
        "it redirects to '"
            + Spoken.visible(location, WORDS)
            + "', which is not followed, for the key would go along; if that is right, make it the"
            + " URL");
  }

  /** The connection ended in a way that nothing else here describes. */
  Trouble silentEnd() {
    return trouble(Kind.CUT, "get a reply from", "the connection ended without an answer");
  }

  /** Its key cannot stand in a header. */
  static String unbearable(Endpoint endpoint) {
    return "could not send the key of "
        + endpoint.name()
        + ": white space or another character is in it that no header bears; see where it comes"
        + " from";
  }

  /** The certificates that an endpoint shall trust cannot be had. */
  static String untrusting(Endpoint endpoint, Exception cause) {
    var file = endpoint.trust().map(Object::toString).orElse("the system");
    return "could not read the certificates to trust for "
        + endpoint.name()
        + " from "
        + file
        + ": "
        + words(cause)
        + "; it has to be a PEM file that we may read";
  }

  private Trouble tls(Throwable cause) {
    if (has(cause, NotSslRecordException.class)) {
      return trouble(
          Kind.UNTRUSTED, "talk to", "it does not speak TLS; if that is right, write http://");
    }
    if (has(cause, ClosedChannelException.class)) {
      return trouble(
          Kind.UNREACHABLE, "reach", "it closed the connection while TLS was being set up");
    }
    var mend =
        has(cause, CertificateExpiredException.class)
            ? "; it has expired, and whoever runs the router has to renew it"
            : "; if it is your own, name its PEM file as this endpoint's trust";
    return trouble(
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
        .limit(10)
        .takeWhile(Optional::isPresent)
        .map(Optional::get);
  }

  /** The innermost message. */
  private static String words(Throwable cause) {
    var last = chain(cause).reduce(cause, (_, inner) -> inner);
    var message = Optional.ofNullable(last.getMessage());
    return Spoken.visible(message.orElse(last.getClass().getSimpleName()), WORDS);
  }

  private Trouble trouble(Kind kind, String verb, String why) {
    return Trouble.of(kind, order.endpoint(), line(verb, why));
  }

  private Trouble withStatus(int status, Kind kind, String verb, String why) {
    return new Trouble(
        kind, order.endpoint(), OptionalInt.of(status), line(verb, why), Optional.empty());
  }

  private String line(String verb, String why) {
    return "could not " + verb + " " + order.target() + ": " + why;
  }
}
