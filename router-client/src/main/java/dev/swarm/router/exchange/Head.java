package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the head of a response says about its body. */
sealed interface Head {
  int MOST_REFUSAL = 64 * 1024;

  Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /** Where the body goes. */
  Intake intake();

  /** A success: the body is the reply. */
  record Reply(Intake intake) implements Head {}

  /** A status that says no, with a reason in its body. */
  record Refusal(int status, Map<String, String> headers, Intake intake) implements Head {}

  /** Its body is of no use. */
  record Unwanted(Trouble trouble) implements Head {
    @Override
    public Intake intake() {
      return new Intake(NOWHERE, 0, Optional.empty());
    }
  }

  /** For bodies of which only the beginning is wanted. */
  Sink NOWHERE =
      new Sink() {
        @Override
        public boolean feed(byte[] bytes, int offset, int length) {
          return false;
        }

        @Override
        public boolean done() {
          return false;
        }
      };

  static Head of(HttpClientResponse response, Order order, Mishap mishap) {
    var status = response.statusCode();
    if (status >= 300 && status < 400) {
      return new Unwanted(mishap.redirected(status, header(response, HttpHeaders.LOCATION)));
    }
    var encoding = header(response, HttpHeaders.CONTENT_ENCODING).strip();
    var plain = encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    var packed = Inflation.of(encoding);
    if (status < 200 || status >= 300) {
      var sink = plain || packed.isPresent() ? MOST_REFUSAL : 0;
      return new Refusal(status, headers(response), new Intake(NOWHERE, sink, packed));
    }
    if (!plain && packed.isEmpty()) {
      return new Unwanted(
          mishap.garbled("it is encoded as '" + encoding + "', which was not asked for"));
    }
    if (html(response)) {
      return new Unwanted(mishap.html(status));
    }
    return length(response) > order.most()
        ? new Unwanted(mishap.tooLarge())
        : new Reply(new Intake(order.sink(), order.most(), packed));
  }

  private static boolean html(HttpClientResponse response) {
    return header(response, HttpHeaders.CONTENT_TYPE).toLowerCase(Locale.ROOT).contains("html");
  }

  /** As announced; 0 where it is not, or where no number is. */
  private static long length(HttpClientResponse response) {
    var text = header(response, HttpHeaders.CONTENT_LENGTH).strip();
    return LENGTH.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static String header(HttpClientResponse response, CharSequence name) {
    return Optional.ofNullable(response.headers().get(name)).orElse("");
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    var all = new HashMap<String, String>();
    response
        .headers()
        .forEach((name, value) -> all.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(all);
  }
}
