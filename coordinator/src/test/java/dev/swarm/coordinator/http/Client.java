package dev.swarm.coordinator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says exactly what a test wants said, one connection a request. */
record Client(int port, List<String> headers) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Client(int port) {
    this(port, List.of("Host: 127.0.0.1:" + port));
  }

  /** The same with one more header; one of the same name gives way. */
  Client with(String name, String value) {
    var all = new ArrayList<>(headers);
    all.removeIf(
        one -> one.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
    all.add(name + ": " + value);
    return new Client(port, all);
  }

  /** What came back; nothing at all has the status 0. */
  record Response(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }
  }

  Response get(String path) {
    return request("GET", path, "");
  }

  Response post(String path, String body) {
    return with("Content-Type", "application/json").request("POST", path, body);
  }

  Response request(String method, String path, String body) {
    var lines = new ArrayList<>(headers);
    lines.add("Connection: close");
    if (!body.isEmpty() || method.equals("POST")) {
      lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    }
    return raw(
        method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n" + body);
  }

  /**
   * Sends these bytes, and reads until the other side has nothing more to say; of a stream of
   * events, which has no end, what comes first.
   */
  Response raw(String text) {
    try (var socket = open()) {
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // it may have heard enough, and said so
      }
      return parsed(all(socket));
    } catch (IOException e) {
      return new Response(0, Map.of(), String.valueOf(e.getMessage()));
    }
  }

  Socket open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static byte[] all(Socket socket) {
    var bytes = new ByteArrayOutputStream();
    byte[] some = new byte[65_536];
    try {
      for (int read = 0; read >= 0 && !streams(bytes); read = socket.getInputStream().read(some)) {
        bytes.write(some, 0, read);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no end of it within 20 s", e);
    } catch (IOException e) {
      // the other side broke it off
    }
    return bytes.toByteArray();
  }

  private static boolean streams(ByteArrayOutputStream answer) {
    var text = answer.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    return end >= 0 && text.substring(0, end).contains("text/event-stream");
  }

  private static Response parsed(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Response(0, Map.of(), text);
    }
    var lines = text.substring(0, end).split("\r\n", -1);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    return new Response(
        Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + 4));
  }
}
