package dev.swarm.router.exchange;

import java.nio.charset.StandardCharsets;

/** What a router says when all is well, as bytes of HTTP. */
final class Said {
  static final String BODY =
      """
      {"id":"1","object":"chat.completion","model":"m","choices":[{"index":0,"message":\
      {"role":"assistant","content":"hi"},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}\
      """;
  static final String STREAM_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  static final String JSON_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  static final String FIRST = event("{\"content\":\"h\"}", "null");
  static final String LAST = event("{\"content\":\"i\"}", "\"stop\"");
  static final String DONE = "data: [DONE]\n\n";

  private Said() {}

  /** A whole reply. */
  static String whole() {
    return sized("200 OK", "application/json", BODY);
  }

  /** The same in pieces. */
  static String streamed() {
    return STREAM_HEAD + chunk(FIRST) + chunk(LAST) + chunk(DONE) + "0\r\n\r\n";
  }

  static String sized(String status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  static String chunk(String text) {
    var length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  private static String event(String delta, String reason) {
    return "data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + reason
        + "}]}\n\n";
  }
}
