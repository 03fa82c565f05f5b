package dev.swarm.router.exchange;

import static dev.swarm.router.exchange.Misbehaviour.asked;
import static dev.swarm.router.exchange.Misbehaviour.of;
import static dev.swarm.router.exchange.Misbehaviour.secure;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.exchange.Misbehaviour.Spoken;
import java.util.List;

/** What is no router, what refuses, and what cannot be trusted. */
final class Straying {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private Straying() {}

  static List<Misbehaviour> odd() {
    return List.of(
        asked(
            "an answer of HTTP/0.9",
            Kind.NO_ROUTER,
            v -> v.then("hello, here is your answer\r\n" + Said.BODY + "\r\n").hold()),
        of(
            "greets as an SSH server",
            Kind.NO_ROUTER,
            v -> v.then("SSH-2.0-OpenSSH_9.2\r\n").hold()),
        asked(
            "an alert of TLS",
            Kind.NO_ROUTER,
            v -> v.then(new byte[] {21, 3, 3, 0, 2, 2, 50}).then("\r\n\r\n").hold()),
        asked(
            "frames of HTTP/2",
            Kind.NO_ROUTER,
            v ->
                v.then(new byte[] {0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100})
                    .then("\r\n\r\n")
                    .hold()),
        asked(
            "a status that is no number",
            Kind.NO_ROUTER,
            v -> v.then("HTTP/1.1 abc OK\r\n\r\n").hold()),
        asked(
            "a version that nobody speaks",
            Kind.NO_ROUTER,
            v -> v.then("HTTP/7.3 200 OK\r\nContent-Length: 2\r\n\r\n{}").hold()),
        asked(
            "status 999",
            Kind.BROKEN,
            v -> v.send(Said.sized("999 Request denied", "text/plain", "no"))),
        asked("102 Processing", Kind.BROKEN, v -> v.then("HTTP/1.1 102 Processing\r\n\r\n").hold()),
        asked(
            "101 Switching Protocols",
            Kind.BROKEN,
            v ->
                v.then(
                        "HTTP/1.1 101 Switching Protocols\r\n"
                            + "Upgrade: h2c\r\n"
                            + "Connection: upgrade\r\n\r\n"
                            + "\0\0\0")
                    .hold()),
        asked(
            "a header with a zero in it",
            Kind.NO_ROUTER,
            v -> v.then(OK + "X-Note: a\0b\r\nContent-Length: 2\r\n\r\n{}").hold()),
        asked(
            "a header injected with a lone line feed",
            Kind.NO_ROUTER,
            v -> v.then(OK + "X-Note: a\nContent-Length: 2\n\n{}").hold()),
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
                v.then("HTTP/1.1 301 Moved\r\nLocation: /v2/\r\nContent-Length: 0\r\n\r\n").hold()),
        asked(
            "a redirect to nowhere",
            Kind.REDIRECTED,
            v -> v.then("HTTP/1.1 307 Moved\r\nContent-Length: 0\r\n\r\n").hold()));
  }

  static List<Misbehaviour> refusing() {
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
            v -> v.then("HTTP/1.1 500 Oops\r\n\r\n").dribble("no ", 1)),
        asked(
                "a refusal that is cut",
                Kind.BROKEN,
                v ->
                    v.then("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n{\"error\":{\"mess")
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

  static List<Misbehaviour> secured() {
    return List.of(
        secure(
            "plain where TLS was expected",
            Kind.UNTRUSTED,
            Spoken.TLS_ON_PLAIN,
            v -> v.then("HTTP/1.1 400 Bad Request\r\n\r\n").hold()),
        secure("never shakes hands", Kind.UNREACHABLE, Spoken.TLS_ON_PLAIN, Visit::hold),
        secure("closes while shaking hands", Kind.UNREACHABLE, Spoken.TLS_ON_PLAIN, Visit::close),
        secure("a certificate of its own", Kind.UNTRUSTED, Spoken.SELF_SIGNED, Visit::hold),
        secure("a certificate that has expired", Kind.UNTRUSTED, Spoken.EXPIRED, Visit::hold));
  }
}
