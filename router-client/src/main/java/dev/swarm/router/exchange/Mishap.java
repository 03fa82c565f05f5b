package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Endpoint;
import java.util.Optional;
import java.util.OptionalInt;

/** Words for what went wrong with one order: what, where, and how to mend it. */
record Mishap(Order order) {
  private static final int WORDS = 200;

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
        + Breakage.words(cause)
        + "; it has to be a PEM file that we may read";
  }

  Trouble trouble(Kind kind, String verb, String why) {
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
