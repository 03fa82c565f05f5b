package dev.swarm.router.exchange;

import static dev.swarm.router.exchange.Misbehaviour.asked;
import static dev.swarm.router.exchange.Misbehaviour.of;

import dev.swarm.router.Trouble.Kind;
import java.util.List;

/** Servers that take their time. */
final class Dawdling {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = OK + "Content-Type: application/json\r\n";
  private static final String OPEN = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"";

  private Dawdling() {}

  static List<Misbehaviour> slow() {
    return List.of(
        of("accepts and never reads nor answers", Kind.SILENT, Visit::standStill),
        asked("reads and never answers", Kind.SILENT, Visit::hold),
        asked(
            "a byte of the headers now and then",
            Kind.SILENT,
            v -> v.dribble(OK + "A: b\r\nC: d\r\nE: f\r\nG: h\r\n", 1)),
        asked("headers and no body", Kind.SILENT, v -> v.then(Said.JSON_HEAD).hold()),
        asked(
            "a byte of white space now and then",
            Kind.TOO_SLOW,
            v -> v.then(OK + "\r\n").dribble(" ", 1)),
        asked(
            "a byte of JSON now and then",
            Kind.STALLED,
            v -> v.then(OK + "\r\n").dribble(OPEN + "x".repeat(500), 1)),
        asked(
            "a byte of an event now and then",
            Kind.TOO_SLOW,
            v -> v.then(OK + "\r\n").dribble("data: {\"choices\":[" + " ".repeat(500), 1)),
        asked(
            "comments for ever",
            Kind.TOO_SLOW,
            v -> v.then(Said.STREAM_HEAD).dribble(Said.chunk(": still here\n\n"), 19)),
        asked(
            "data keep-alives for ever",
            Kind.TOO_SLOW,
            v -> v.then(Said.STREAM_HEAD).dribble(Said.chunk("data:\n\n"), 12)),
        asked(
            "comments for ever after the first word",
            Kind.STALLED,
            v ->
                v.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST))
                    .dribble(Said.chunk(": still here\n\n"), 19)),
        asked(
            "silence after the first word",
            Kind.STALLED,
            v -> v.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST)).hold()),
        asked(
            "silence in the midst of a word",
            Kind.STALLED,
            v -> v.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST) + "4000\r\ndata: {").hold()),
        asked(
            "words for ever",
            Kind.TOO_SLOW,
            v ->
                v.then(Said.STREAM_HEAD)
                    .dribble(Said.chunk(Said.FIRST), Said.chunk(Said.FIRST).length())),
        asked(
            "100 Continue for ever",
            Kind.SILENT,
            v -> v.dribble("HTTP/1.1 100 Continue\r\n\r\n", 25)),
        asked(
            "a storm of 100 Continue", Kind.SILENT, v -> v.flood("HTTP/1.1 100 Continue\r\n\r\n")),
        asked(
            "a storm of 103 Early Hints",
            Kind.SILENT,
            v -> v.flood("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
        asked(
            "a larger length than body, held open",
            Kind.STALLED,
            v -> v.then(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).hold()));
  }
}
