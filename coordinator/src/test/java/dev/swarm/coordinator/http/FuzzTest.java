package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, nothing breaks, and others are served. */
@Timeout(value = 30, unit = TimeUnit.MINUTES) // in full
class FuzzTest {
  private static final int FEW = 3_000;
  private static final int MANY = 100_000;
  private static final List<String> PIECES =
      List.of(
          "",
          "/",
          "//",
          "..",
          "%2e%2e",
          "%00",
          "%",
          "%zz",
          "%ff%fe",
          "a",
          "-1",
          "0",
          "9999999999999999999",
          "NaN",
          "latest",
          "[]",
          "{}",
          "null",
          "' OR 1=1",
          "<script>",
          "\u202e",
          "é",
          "x".repeat(600),
          "..%2f..%2fetc%2fpasswd",
          "index.html",
          "?",
          "#",
          ";",
          "&",
          "=",
          ",");

  @TempDir Path folder;

  @Test
  void no_request_is_answered_by_a_bug() throws Exception {
    var random = new Random(11);
    int count = Boolean.getBoolean("swarm.full") ? MANY : FEW;
    var statuses = new TreeMap<Integer, Integer>();
    try (var served = new Served(folder).withHistory()) {
      var routes = served.routes();
      for (int i = 0; i < count; i++) {
        var route = routes.get(random.nextInt(routes.size()));
        var request = request(route, random, served);
        var told = served.client().raw(request);
        int _ = statuses.merge(told.status(), 1, Integer::sum);
        assertTrue(told.status() < 500 || told.status() == 503, () -> request + "\n→ " + told);
        if (told.status() >= 400) {
          assertTrue(
              told.body().isEmpty() || told.json().has("mend"), () -> request + "\n→ " + told);
        }
      }
      assertEquals(List.of(), served.log);
      assertEquals(200, served.client().get(Route.ROOT + "/fleet").status());
    }
    System.out.println(count + " fuzzed requests, by status: " + statuses);
    assertTrue(statuses.size() > 5, () -> "it was not varied: " + statuses);
  }

  private static String request(Route route, Random random, Served served) {
    var method =
        random.nextInt(4) == 0
            ? any(
                random, List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "BREW"))
            : route.method().name();
    var path = new StringBuilder(Route.ROOT);
    for (var segment : route.path().substring(1).split("/", -1)) {
      path.append('/').append(segment.startsWith(":") ? value(random) : odd(random, segment));
    }
    if (random.nextBoolean()) {
      path.append('?');
      for (int i = random.nextInt(3); i >= 0; i--) {
        var name =
            route.queries().isEmpty()
                ? any(random, PIECES)
                : any(random, List.copyOf(route.queries()));
        path.append(odd(random, name)).append('=').append(value(random)).append('&');
      }
    }
    var target = path.toString().replace("/events", random.nextInt(3) == 0 ? "/events" : "/runs");
    var body = body(random);
    var lines = new ArrayList<String>();
    lines.add(method + " " + target.replace(' ', '+').replaceAll("[\\r\\n]", "") + " HTTP/1.1");
    lines.add("Host: " + (random.nextInt(20) == 0 ? value(random) : "127.0.0.1:" + served.port()));
    lines.add("Connection: close");
    lines.add("Content-Type: " + (random.nextInt(5) == 0 ? value(random) : "application/json"));
    if (random.nextInt(5) == 0) {
      lines.add(
          any(
                  random,
                  List.of(
                      "Last-Event-ID",
                      "Origin",
                      "Cookie",
                      "Authorization",
                      "If-None-Match",
                      "Accept-Encoding",
                      "Range",
                      "Expect",
                      "Transfer-Encoding"))
              + ": "
              + value(random));
    }
    lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    return String.join("\r\n", lines) + "\r\n\r\n" + body;
  }

  private static String value(Random random) {
    var value = random.nextInt(8) == 0 ? Served.NEWER.value() : any(random, PIECES);
    return random.nextInt(3) == 0 ? value + any(random, PIECES) : value;
  }

  private static String odd(Random random, String text) {
    if (random.nextInt(12) > 0 || text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    return text.substring(0, at) + any(random, PIECES) + text.substring(at);
  }

  private static String body(Random random) {
    var fields =
        List.of(
            "nodes",
            "labels",
            "areas",
            "checks",
            "limit",
            "question",
            "kind",
            "until",
            "reason",
            "node",
            "token",
            "x");
    var values =
        List.of(
            "null",
            "1",
            "1e400",
            "\"\"",
            "\"accept\"",
            "\"wrong\"",
            "\"2099-01-01T00:00:00Z\"",
            "[]",
            "[null]",
            "[\"storage\"]",
            "{}",
            "{\"a\":null}",
            "{\"a\":\"b\"}",
            "true",
            "\"\\u0000\"",
            "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]",
            "-0");
    return switch (random.nextInt(6)) {
      case 0 -> any(random, values);
      case 1 -> "{";
      case 2 -> any(random, PIECES);
      default -> {
        var text = new StringBuilder("{");
        for (int i = random.nextInt(4); i >= 0; i--) {
          text.append('"').append(any(random, fields)).append("\":").append(any(random, values));
          text.append(i > 0 ? "," : "");
        }
        yield text.append('}').toString();
      }
    };
  }

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void slow_senders_and_endless_headers_leave_others_served() throws Exception {
    try (var served = new Served(folder).withHistory()) {
      var slow = new ArrayList<java.net.Socket>();
      for (int i = 0; i < 200; i++) {
        var socket = served.client().open();
        slow.add(socket);
        var half =
            i % 2 == 0
                ? "GET /api/v1/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
                : "POST /api/v1/runs HTTP/1.1\r\n"
                    + "Host: 127.0.0.1\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 50\r\n\r\n"
                    + "{";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
      }
      var huge = served.client().with("X-Huge", "x".repeat(1 << 20)).get(Route.ROOT + "/runs");
      assertTrue(huge.status() == 431 || huge.status() == 0, huge::toString);
      assertEquals(200, served.client().get(Route.ROOT + "/runs").status());
      for (var socket : slow) {
        try (socket) {
          assertTrue(ended(socket), "a slow one keeps its place");
        }
      }
      assertEquals(List.of(), served.log);
    }
  }

  /** Whether the other side lets go of it. */
  private static boolean ended(java.net.Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // whatever it says before
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (java.io.IOException e) {
      return true;
    }
  }
}
