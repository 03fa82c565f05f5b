package dev.swarm.router;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a request has no reply. A value, not an exception: whoever asks decides by its kind, nobody
 * parses its text.
 *
 * @param endpoint the endpoint's name; empty where none was asked
 * @param status the HTTP status, or the code of an error inside a 200
 * @param detail one line for people: what is wrong and how to mend it; control characters made
 *     visible, no key in it
 * @param retryAfter how long the server asked us to stay away
 */
public record Trouble(
    Kind kind, String endpoint, OptionalInt status, String detail, Optional<Duration> retryAfter) {

  /** A trouble with a text alone. */
  public static Trouble of(Kind kind, String endpoint, String detail) {
    return new Trouble(kind, endpoint, OptionalInt.empty(), detail, Optional.empty());
  }

  /** Whose fault it is, and so what may be done about it. */
  public enum Fault {
    /** Somebody has to mend the configuration; asking again is useless. */
    CONFIGURATION,
    /** The server or the way to it is unwell; another attempt may succeed. */
    SERVER,
    /** The server has too much to do. */
    LOAD,
    /** The model wrote what nobody can use; asking the very same again rarely helps. */
    MODEL,
    /** This request does not fit: shorten it. */
    REQUEST,
    /** We have nothing left to spend: time, permits, room in the queue. */
    OURS
  }

  /** What happened. */
  public enum Kind {
    /** No connection: refused, no route, unknown name. */
    UNREACHABLE(Fault.SERVER),
    /** The certificate is not trusted, or TLS failed. */
    UNTRUSTED(Fault.CONFIGURATION),
    /** 401 or 403, or a key that could not be had. */
    UNAUTHORIZED(Fault.CONFIGURATION),
    /** The account has nothing left (402). */
    UNPAID(Fault.CONFIGURATION),
    /** The endpoint has no such model, or no such path. */
    NO_MODEL(Fault.CONFIGURATION),
    /** The server or the model does not take tools. */
    NO_TOOLS(Fault.CONFIGURATION),
    /** HTML or something else that no router says. */
    NO_ROUTER(Fault.CONFIGURATION),
    /** A redirect, which is not followed: the key would go along. */
    REDIRECTED(Fault.CONFIGURATION),
    /** The server refused the request for a reason of its own (4xx). */
    REFUSED(Fault.REQUEST),
    /** The conversation does not fit into the context. */
    OVERFLOW(Fault.REQUEST),
    /** The model's output broke the server's own parser. */
    MODEL_FAULT(Fault.MODEL),
    /** 5xx and the like. */
    BROKEN(Fault.SERVER),
    /** The server is loading the model. */
    LOADING(Fault.LOAD),
    /** 429, or a server that says it is busy. */
    OVERLOADED(Fault.LOAD),
    /** The connection ended before the reply was whole. */
    CUT(Fault.SERVER),
    /** Bytes that are no reply: broken JSON, no choices, invalid UTF-8, a bomb. */
    GARBLED(Fault.SERVER),
    /** More than we are willing to read. */
    TOO_LARGE(Fault.SERVER),
    /** Nothing came within the first-byte clock. */
    SILENT(Fault.SERVER),
    /** It began, and then no event came within the progress clock. */
    STALLED(Fault.SERVER),
    /** The reply was not whole within the clock for the whole of it. */
    TOO_SLOW(Fault.SERVER),
    /** Our own queue is full. */
    QUEUE_FULL(Fault.OURS),
    /** No slot came free within the admission clock. */
    NOT_ADMITTED(Fault.OURS),
    /** The caller's patience is over. */
    OUT_OF_TIME(Fault.OURS),
    /** No endpoint of the wanted tier is configured, or none of them is fit to be asked. */
    NO_ENDPOINT(Fault.OURS),
    /** The limits of the frontier tier leave nothing. */
    NO_PERMIT(Fault.OURS);

    private final Fault fault;

    Kind(Fault fault) {
      this.fault = fault;
    }

    /** Whose fault it is. */
    public Fault fault() {
      return fault;
    }

    /** The name in reports and logs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
