package dev.swarm.router.scripted;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes out, as bytes.
 *
 * @param headers lower-case names, the content type among them
 */
record Answer(int status, Map<String, String> headers, Buffer body) {
  static final String JSON = "application/json; charset=utf-8";
  static final String EVENTS = "text/event-stream";

  static Answer of(int status, String type, String body) {
    return new Answer(status, Map.of("content-type", type), Buffer.buffer(body));
  }

  static Answer of(Refusal refusal) {
    var headers = new TreeMap<String, String>();
    headers.put("content-type", JSON);
    headers.putAll(refusal.headers());
    return new Answer(refusal.status(), headers, Buffer.buffer(refusal.body()));
  }

  /** The status line and the headers, with the length of the body. */
  String head() {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("content-length: ").append(body.length()).append("\r\n\r\n").toString();
  }

  /** Head and body in one. */
  byte[] bytes() {
    return Buffer.buffer(head().getBytes(StandardCharsets.ISO_8859_1))
        .appendBuffer(body)
        .getBytes();
  }
}
