package dev.swarm.router.exchange;

import static dev.swarm.router.exchange.Misbehaviour.asked;

import dev.swarm.router.Trouble.Kind;
import java.util.List;

/** Servers that send too much. */
final class Flooding {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = OK + "Content-Type: application/json\r\n";
  private static final String OPEN = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"";

  private Flooding() {}

  static List<Misbehaviour> huge() {
    return List.of(
        asked(
            "headers without end",
            Kind.TOO_LARGE,
            v -> v.then(OK).flood("X-Filler: " + "x".repeat(60) + "\r\n")),
        asked("one header without end", Kind.TOO_LARGE, v -> v.then(OK + "X-Filler: ").flood("x")),
        asked("a status line without end", Kind.TOO_LARGE, v -> v.then("HTTP/1.1 200 ").flood("O")),
        asked("a body without end", Kind.TOO_LARGE, v -> v.then(JSON + "\r\n" + OPEN).flood("x")),
        asked(
            "chunks without end",
            Kind.TOO_LARGE,
            v -> v.then(Said.JSON_HEAD + Said.chunk(OPEN)).flood(Said.chunk("x".repeat(1000)))),
        asked(
            "a chunk's extension without end",
            Kind.TOO_LARGE,
            v -> v.then(Said.JSON_HEAD + "5;").flood("x")),
        asked(
            "trailers without end",
            Kind.TOO_LARGE,
            v ->
                v.then(Said.JSON_HEAD + Said.chunk(OPEN) + "0\r\n")
                    .flood("X-Filler: " + "x".repeat(60) + "\r\n")),
        asked(
            "a body of 200 MB, announced",
            Kind.TOO_LARGE,
            v -> v.then(JSON + "Content-Length: 209715200\r\n\r\n" + OPEN).flood("x")),
        asked(
            "an event without end",
            Kind.TOO_LARGE,
            v ->
                v.then(Said.STREAM_HEAD + Said.chunk("data: {\"choices\":[\""))
                    .flood(Said.chunk("x".repeat(1000)))),
        asked("white space without end", Kind.TOO_LARGE, v -> v.then(JSON + "\r\n").flood(" ")),
        asked(
            "comments without end",
            Kind.TOO_LARGE,
            v -> v.then(Said.STREAM_HEAD).flood(Said.chunk(": comment\n\n"))),
        asked(
            "words without end",
            Kind.TOO_LARGE,
            v -> v.then(Said.STREAM_HEAD).flood(Said.chunk(Said.FIRST))),
        asked(
            "a bomb of gzip",
            Kind.TOO_LARGE,
            v -> v.then(JSON + "Content-Encoding: gzip\r\n\r\n").then(Bombs.GZIP).hold()),
        asked(
            "a bomb of deflate",
            Kind.TOO_LARGE,
            v -> v.then(JSON + "Content-Encoding: deflate\r\n\r\n").then(Bombs.DEFLATE).hold()),
        asked(
                "ten thousand calls",
                Kind.TOO_LARGE,
                v -> v.send(Said.sized("200 OK", "application/json", Bombs.calls(10_000))))
            .or(Kind.GARBLED),
        asked(
            "a refusal without end",
            Kind.BROKEN,
            v -> v.then("HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\n\r\n").flood("no ")));
  }
}
