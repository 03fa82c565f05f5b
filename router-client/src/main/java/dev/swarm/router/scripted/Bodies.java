package dev.swarm.router.scripted;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers that end in order, and are wrong. */
final class Bodies {
  static final String PAGE =
      "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>";
  static final String BAD_GATEWAY =
      "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1>"
          + "</center><hr><center>nginx</center></body></html>";
  static final String CHUNKED =
      "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
  static final String UPGRADED =
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n";

  private Bodies() {}

  static Fault.Play fixed(int status, String type, String body) {
    return (wire, answer, how) -> whole(wire, Answer.of(status, type, body));
  }

  static Fault.Play raw(String text) {
    return (wire, answer, how) -> {
      wire.send(text);
      wire.close();
    };
  }

  static void truncated(RawWire wire, Answer answer, Faulting how) {
    whole(wire, with(answer, answer.body().slice(0, answer.body().length() / 2)));
  }

  static void trailing(RawWire wire, Answer answer, Faulting how) {
    whole(wire, with(answer, answer.body().copy().appendString("\n<!-- served by a proxy -->")));
  }

  static void marked(RawWire wire, Answer answer, Faulting how) {
    whole(wire, with(answer, Buffer.buffer("\uFEFF").appendBuffer(answer.body())));
  }

  static void mistyped(RawWire wire, Answer answer, Faulting how) {
    var type = Map.of("content-type", "application/octet-stream");
    whole(wire, new Answer(answer.status(), type, answer.body()));
  }

  static void invalidUtf8(RawWire wire, Answer answer, Faulting how) {
    var text = content("@@").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == '@' ? (byte) 0xff : text[i];
    }
    whole(wire, new Answer(200, Map.of("content-type", Answer.JSON), Buffer.buffer(text)));
  }

  static void loneSurrogate(RawWire wire, Answer answer, Faulting how) {
    whole(wire, Answer.of(200, Answer.JSON, content("\\ud800 alone")));
  }

  static void brokenGzip(RawWire wire, Answer answer, Faulting how) {
    var headers = Map.of("content-type", Answer.JSON, "content-encoding", "gzip");
    whole(wire, new Answer(200, headers, answer.body()));
  }

  static void redirect(RawWire wire, Answer answer, Faulting how) {
    whole(wire, redirect(how.elsewhere()));
  }

  static void loop(RawWire wire, Answer answer, Faulting how) {
    whole(wire, redirect(URI.create("/v1/chat/completions")));
  }

  private static Answer redirect(URI where) {
    return new Answer(307, Map.of("location", where.toString()), Buffer.buffer());
  }

  /** A reply with this content, which is JSON already. */
  static String content(String escaped) {
    return before() + escaped + after();
  }

  static String before() {
    return "{\"object\":\"chat.completion\",\"model\":\"scripted\",\"choices\":[{\"index\":0,"
        + "\"message\":{\"role\":\"assistant\",\"content\":\"";
  }

  static String after() {
    return "\"},\"finish_reason\":\"stop\"}]}";
  }

  static String head(Answer answer, long length) {
    return answer
        .head()
        .replaceFirst("content-length: \\d+", "content-length: " + Math.max(0, length));
  }

  private static Answer with(Answer answer, Buffer body) {
    return new Answer(answer.status(), answer.headers(), body);
  }

  static void whole(RawWire wire, Answer answer) {
    wire.send(answer.bytes());
    wire.close();
  }
}
