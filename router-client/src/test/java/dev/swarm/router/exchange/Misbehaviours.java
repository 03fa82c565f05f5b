package dev.swarm.router.exchange;

import static dev.swarm.router.exchange.Misbehaviour.asked;
import static dev.swarm.router.exchange.Misbehaviour.of;
import static dev.swarm.router.exchange.Misbehaviour.secure;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.exchange.Misbehaviour.Spoken;
import java.util.List;
import java.util.stream.Stream;

/** All of them; each is told by what goes over the wire. */
final class Misbehaviours {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = OK + "Content-Type: application/json\r\n";
  private static final String OPEN = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"";

  private Misbehaviours() {}

  static List<Misbehaviour> all() {
    return Stream.of(
            slow(), untimed(huge()), untimed(broken()), untimed(odd()), refusing(), secured())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Misbehaviour> untimed(List<Misbehaviour> all) {
    return all.stream().map(Misbehaviour::whateverTheTime).toList();
  }

  private static List<Misbehaviour> slow() {
    return List.of(
        of("accepts and never reads nor answers", Kind.SILENT, Visit::standStill),
        asked("reads and never answers", Kind.SILENT, Visit::hold),
        asked(
            "a byte of the headers now and then",
            Kind.SILENT,
            v -> v.dribble(OK + "A: b\r\nC: d\r\nE: f\r\nG: h\r\n", 1)),
        asked("headers and no body", Kind.SILENT, v -> v.send(Said.JSON_HEAD).hold()),
        asked(
            "a byte of white space now and then",
            Kind.TOO_SLOW,
            v -> v.send(OK + "\r\n").dribble(" ", 1)),
        asked(
            "a byte of JSON now and then",
            Kind.STALLED,
            v -> v.send(OK + "\r\n").dribble(OPEN + "x".repeat(500), 1)),
        asked(
            "a byte of an event now and then",
            Kind.TOO_SLOW,
            v -> v.send(OK + "\r\n").dribble("data: {\"choices\":[" + " ".repeat(500), 1)),
        asked(
            "comments for ever",
            Kind.TOO_SLOW,
            v -> v.send(Said.STREAM_HEAD).dribble(Said.chunk(": still here\n\n"), 19)),
        asked(
            "data keep-alives for ever",
            Kind.TOO_SLOW,
            v -> v.send(Said.STREAM_HEAD).dribble(Said.chunk("data:\n\n"), 12)),
        asked(
            "comments for ever after the first word",
            Kind.STALLED,
            v ->
                v.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST))
                    .dribble(Said.chunk(": still here\n\n"), 19)),
        asked(
            "silence after the first word",
            Kind.STALLED,
            v -> v.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST)).hold()),
        asked(
            "silence in the midst of a word",
            Kind.STALLED,
            v -> v.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST) + "4000\r\ndata: {").hold()),
        asked(
            "words for ever",
            Kind.TOO_SLOW,
            v ->
                v.send(Said.STREAM_HEAD)
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
            v -> v.send(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).hold()));
  }

  private static List<Misbehaviour> huge() {
    return List.of(
        asked(
            "headers without end",
            Kind.TOO_LARGE,
            v -> v.send(OK).flood("X-Filler: " + "x".repeat(60) + "\r\n")),
        asked("one header without end", Kind.TOO_LARGE, v -> v.send(OK + "X-Filler: ").flood("x")),
        asked("a status line without end", Kind.TOO_LARGE, v -> v.send("HTTP/1.1 200 ").flood("O")),
        asked("a body without end", Kind.TOO_LARGE, v -> v.send(JSON + "\r\n" + OPEN).flood("x")),
        asked(
            "chunks without end",
            Kind.TOO_LARGE,
            v -> v.send(Said.JSON_HEAD + Said.chunk(OPEN)).flood(Said.chunk("x".repeat(1000)))),
        asked(
            "a chunk's extension without end",
            Kind.TOO_LARGE,
            v -> v.send(Said.JSON_HEAD + "5;").flood("x")),
        asked(
            "trailers without end",
            Kind.TOO_LARGE,
            v ->
                v.send(Said.JSON_HEAD + Said.chunk(OPEN) + "0\r\n")
                    .flood("X-Filler: " + "x".repeat(60) + "\r\n")),
        asked(
            "a body of 200 MB, announced",
            Kind.TOO_LARGE,
            v -> v.send(JSON + "Content-Length: 209715200\r\n\r\n" + OPEN).flood("x")),
        asked(
            "an event without end",
            Kind.TOO_LARGE,
            v ->
                v.send(Said.STREAM_HEAD + Said.chunk("data: {\"choices\":[\""))
                    .flood(Said.chunk("x".repeat(1000)))),
        asked("white space without end", Kind.TOO_LARGE, v -> v.send(JSON + "\r\n").flood(" ")),
        asked(
            "comments without end",
            Kind.TOO_LARGE,
            v -> v.send(Said.STREAM_HEAD).flood(Said.chunk(": comment\n\n"))),
        asked(
            "words without end",
            Kind.TOO_LARGE,
            v -> v.send(Said.STREAM_HEAD).flood(Said.chunk(Said.FIRST))),
        asked(
            "a bomb of gzip",
            Kind.TOO_LARGE,
            v -> v.send(JSON + "Content-Encoding: gzip\r\n\r\n").send(Bombs.GZIP).hold()),
        asked(
            "a bomb of deflate",
            Kind.TOO_LARGE,
            v -> v.send(JSON + "Content-Encoding: deflate\r\n\r\n").send(Bombs.DEFLATE).hold()),
        asked(
                "ten thousand calls",
                Kind.TOO_LARGE,
                v -> v.send(Said.sized("200 OK", "application/json", Bombs.calls(10_000))))
            .or(Kind.GARBLED),
        asked(
            "a refusal without end",
            Kind.BROKEN,
            v -> v.send("HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\n\r\n").flood("no ")));
  }

  private static List<Misbehaviour> broken() {
    return List.of(
        of("closes at once", Kind.CUT, Visit::close),
        asked("closes before the headers", Kind.CUT, Visit::close),
        asked("resets before the headers", Kind.CUT, Visit::reset),
        asked(
            "resets in the midst of the headers", Kind.CUT, v -> v.send(OK + "Content-Ty").reset()),
        asked(
            "resets in the midst of JSON",
            Kind.CUT,
            v -> v.send(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).reset()),
        asked(
            "closes in the midst of a chunk",
            Kind.CUT,
            v -> v.send(Said.JSON_HEAD + "4000\r\n" + OPEN).close()),
        asked(
            "closes in the midst of events",
            Kind.CUT,
            v -> v.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST)).close()),
        asked(
            "ends its events without a reason",
            Kind.CUT,
            v -> v.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST) + "0\r\n\r\n").hold()),
        asked(
            "a larger length than body",
            Kind.CUT,
            v -> v.send(JSON + "Content-Length: 5000\r\n\r\n" + OPEN).close()),
        asked(
                "a smaller length than body",
                Kind.GARBLED,
                v -> v.send(JSON + "Content-Length: 40\r\n\r\n" + Said.BODY))
            .or(Kind.CUT),
        asked(
            "a length that is no number",
            Kind.NO_ROUTER,
            v -> v.send(JSON + "Content-Length: many\r\n\r\n" + Said.BODY).hold()),
        asked(
            "a negative length",
            Kind.NO_ROUTER,
            v -> v.send(JSON + "Content-Length: -5\r\n\r\n" + Said.BODY).hold()),
        asked(
            "two lengths",
            Kind.NO_ROUTER,
            v ->
                v.send(JSON + "Content-Length: 5\r\nContent-Length: 500\r\n\r\n" + Said.BODY)
                    .hold()),
        asked(
            "a chunk size that is no number",
            Kind.GARBLED,
            v -> v.send(Said.JSON_HEAD + "zz\r\n" + OPEN).hold()),
        asked(
            "a negative chunk size",
            Kind.GARBLED,
            v -> v.send(Said.JSON_HEAD + "-5\r\n" + OPEN).hold()),
        asked(
            "a chunk size beyond all numbers",
            Kind.GARBLED,
            v -> v.send(Said.JSON_HEAD + "fffffffffffffffff\r\n" + OPEN).hold()),
        asked(
            "invalid UTF-8",
            Kind.GARBLED,
            v ->
                v.send(JSON + "\r\n" + OPEN)
                    .send(new byte[] {(byte) 0xc3, 0x28, (byte) 0xff})
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
            v -> v.send(JSON + "Content-Encoding: gzip\r\n\r\n" + Said.BODY).hold()),
        asked(
            "an encoding that was not asked for",
            Kind.GARBLED,
            v -> v.send(JSON + "Content-Encoding: br\r\n\r\n" + Said.BODY).hold()));
  }

  private static List<Misbehaviour> odd() {
    return List.of(
        asked(
            "an answer of HTTP/0.9",
            Kind.NO_ROUTER,
            v -> v.send("hello, here is your answer\r\n" + Said.BODY + "\r\n").hold()),
        of(
            "greets as an SSH server",
            Kind.NO_ROUTER,
            v -> v.send("SSH-2.0-OpenSSH_9.2\r\n").hold()),
        asked(
            "an alert of TLS",
            Kind.NO_ROUTER,
            v -> v.send(new byte[] {21, 3, 3, 0, 2, 2, 50}).send("\r\n\r\n").hold()),
        asked(
            "frames of HTTP/2",
            Kind.NO_ROUTER,
            v ->
                v.send(new byte[] {0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100})
                    .send("\r\n\r\n")
                    .hold()),
        asked(
            "a status that is no number",
            Kind.NO_ROUTER,
            v -> v.send("HTTP/1.1 abc OK\r\n\r\n").hold()),
        asked(
            "a version that nobody speaks",
            Kind.NO_ROUTER,
            v -> v.send("HTTP/7.3 200 OK\r\nContent-Length: 2\r\n\r\n{}").hold()),
        asked(
            "status 999",
            Kind.BROKEN,
            v -> v.send(Said.sized("999 Request denied", "text/plain", "no"))),
        asked("102 Processing", Kind.BROKEN, v -> v.send("HTTP/1.1 102 Processing\r\n\r\n").hold()),
        asked(
            "101 Switching Protocols",
            Kind.BROKEN,
            v ->
                v.send(
                        "HTTP/1.1 101 Switching Protocols\r\n"
                            + "Upgrade: h2c\r\n"
                            + "Connection: upgrade\r\n\r\n"
                            + "\0\0\0")
                    .hold()),
        asked(
            "a header with a zero in it",
            Kind.NO_ROUTER,
            v -> v.send(OK + "X-Note: a\0b\r\nContent-Length: 2\r\n\r\n{}").hold()),
        asked(
            "a header injected with a lone line feed",
            Kind.NO_ROUTER,
            v -> v.send(OK + "X-Note: a\nContent-Length: 2\n\n{}").hold()),
        asked(
            "a web page",
            Kind.NO_ROUTER,
            v -> v.send(Said.sized("200 OK", "text/html; charset=utf-8", "<html>Welcome!</html>"))),
        asked(
            "a web page that calls itself JSON",
            Kind.NO_ROUTER,
            v ->
                v.send(
                    Said.sized(
                        "200 OK", "application/json", "<!DOCTYPE html><html>Welcome!</html>"))),
        asked(
            "a web page that is not found",
            Kind.NO_ROUTER,
            v -> v.send(Said.sized("404 Not Found", "text/html", "<html>nginx</html>"))),
        asked(
            "a redirect to another path",
            Kind.REDIRECTED,
            v ->
                v.send("HTTP/1.1 301 Moved\r\nLocation: /v2/\r\nContent-Length: 0\r\n\r\n").hold()),
        asked(
            "a redirect to nowhere",
            Kind.REDIRECTED,
            v -> v.send("HTTP/1.1 307 Moved\r\nContent-Length: 0\r\n\r\n").hold()));
  }

  private static List<Misbehaviour> refusing() {
    return List.of(
        asked(
            "too busy",
            Kind.OVERLOADED,
            v -> v.send("HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")),
        asked(
                "a gateway's page",
                Kind.BROKEN,
                v -> v.send(Said.sized("502 Bad Gateway", "text/html", "<html>Bad Gateway</html>")))
            .or(Kind.NO_ROUTER),
        asked(
            "a refusal that dribbles",
            Kind.BROKEN,
            v -> v.send("HTTP/1.1 500 Oops\r\n\r\n").dribble("no ", 1)),
        asked(
                "a refusal that is cut",
                Kind.BROKEN,
                v ->
                    v.send("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n{\"error\":{\"mess")
                        .reset())
            .or(Kind.CUT),
        asked(
            "an error within a success",
            Kind.OVERLOADED,
            v ->
                v.send(
                    Said.sized(
                        "200 OK",
                        "application/json",
                        "{\"error\":{\"message\":\"Rate limit exceeded\",\"code\":429}}"))),
        asked(
            "an error in the midst of events",
            Kind.BROKEN,
            v ->
                v.send(
                    Said.STREAM_HEAD
                        + Said.chunk(Said.FIRST)
                        + Said.chunk(
                            "data: {\"error\":{\"message\":\"upstream died\",\"code\":502}}\n\n")
                        + "0\r\n\r\n")));
  }

  private static List<Misbehaviour> secured() {
    return List.of(
        secure(
            "plain where TLS was expected",
            Kind.UNTRUSTED,
            Spoken.TLS_ON_PLAIN,
            v -> v.send("HTTP/1.1 400 Bad Request\r\n\r\n").hold()),
        secure("never shakes hands", Kind.UNREACHABLE, Spoken.TLS_ON_PLAIN, Visit::hold),
        secure("closes while shaking hands", Kind.UNREACHABLE, Spoken.TLS_ON_PLAIN, Visit::close),
        secure("a certificate of its own", Kind.UNTRUSTED, Spoken.SELF_SIGNED, Visit::hold),
        secure("a certificate that has expired", Kind.UNTRUSTED, Spoken.EXPIRED, Visit::hold));
  }
}
