package dev.swarm.router.exchange;

import static dev.swarm.router.exchange.Misbehaviour.asked;
import static dev.swarm.router.exchange.Misbehaviour.of;

import dev.swarm.router.Trouble.Kind;
import java.util.List;

/** Servers that break off, or break the rules of HTTP and JSON. */
final class Breaking {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = OK + "Content-Type: application/json\r\n";
  private static final String OPEN = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"";

  private Breaking() {}

  static List<Misbehaviour> broken() {
    return List.of(
        of("closes at once", Kind.CUT, Visit::close),
        asked("closes before the headers", Kind.CUT, Visit::close),
        asked("resets before the headers", Kind.CUT, Visit::reset),
        asked(
            "resets in the midst of the headers", Kind.CUT, v -> v.then(OK + "Content-Ty").reset()),
        asked(
            "resets in the midst of JSON",
            Kind.CUT,
            v -> v.then(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).reset()),
        asked(
            "closes in the midst of a chunk",
            Kind.CUT,
            v -> v.then(Said.JSON_HEAD + "4000\r\n" + OPEN).close()),
        asked(
            "closes in the midst of events",
            Kind.CUT,
            v -> v.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST)).close()),
        asked(
            "ends its events without a reason",
            Kind.CUT,
            v -> v.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST) + "0\r\n\r\n").hold()),
        asked(
            "a larger length than body",
            Kind.CUT,
            v -> v.then(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).close()),
        asked(
                "a smaller length than body",
                Kind.GARBLED,
                v -> v.send(JSON + "Content-Length: 40\r\n\r\n" + Said.BODY))
            .or(Kind.CUT),
        asked(
            "a length that is no number",
            Kind.NO_ROUTER,
            v -> v.then(JSON + "Content-Length: many\r\n\r\n" + Said.BODY).hold()),
        asked(
            "a negative length",
            Kind.NO_ROUTER,
            v -> v.then(JSON + "Content-Length: -5\r\n\r\n" + Said.BODY).hold()),
        asked(
            "two lengths",
            Kind.NO_ROUTER,
            v ->
                v.then(JSON + "Content-Length: 5\r\nContent-Length: 500\r\n\r\n" + Said.BODY)
                    .hold()),
        asked(
            "a chunk size that is no number",
            Kind.GARBLED,
            v -> v.then(Said.JSON_HEAD + "zz\r\n" + OPEN).hold()),
        asked(
            "a negative chunk size",
            Kind.GARBLED,
            v -> v.then(Said.JSON_HEAD + "-5\r\n" + OPEN).hold()),
        asked(
            "a chunk size beyond all numbers",
            Kind.GARBLED,
            v -> v.then(Said.JSON_HEAD + "fffffffffffffffff\r\n" + OPEN).hold()),
        asked(
            "invalid UTF-8",
            Kind.GARBLED,
            v ->
                v.then(JSON + "\r\n" + OPEN)
                    .then(new byte[] {(byte) 0xc3, 0x28, (byte) 0xff})
                    .send("\"}}]}")),
        asked(
            "JSON nested a hundred thousand deep",
            Kind.GARBLED,
            v ->
                v.send(
                    Said.sized(
                        "200 OK", "application/json", "{\"choices\":" + "[".repeat(100_000)))),
        asked(
            "JSON that is no reply",
            Kind.GARBLED,
            v -> v.send(Said.sized("200 OK", "application/json", "{\"a\":1}"))),
        asked(
            "no choices",
            Kind.GARBLED,
            v -> v.send(Said.sized("200 OK", "application/json", "{\"choices\":[]}"))),
        asked(
            "gzip that is none",
            Kind.GARBLED,
            v -> v.then(JSON + "Content-Encoding: gzip\r\n\r\n" + Said.BODY).hold()),
        asked(
            "an encoding that was not asked for",
            Kind.GARBLED,
            v -> v.then(JSON + "Content-Encoding: br\r\n\r\n" + Said.BODY).hold()));
  }
}
