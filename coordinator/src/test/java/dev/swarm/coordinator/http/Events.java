package dev.swarm.coordinator.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events off a socket, chunk marks left out. */
final class Events implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader lines;

  /**
   * One event.
   *
   * @param id empty where it has none
   */
  record Heard(String id, String event, String data) {}

  Events(Client client, String path, String lastId) throws IOException {
    socket = client.open();
    var headers = new ArrayList<>(client.headers());
    if (!lastId.isEmpty()) {
      headers.add("Last-Event-ID: " + lastId);
    }
    var head = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var status = String.valueOf(lines.readLine());
    if (!status.contains(" 200 ")) {
      throw new IOException("not a stream: " + status);
    }
  }

  /** The next event of the log, or gap; what is told beside is left out. */
  Heard next() throws IOException {
    for (; ; ) {
      var one = any();
      if (!one.event().equals("fleet")) {
        return one;
      }
    }
  }

  /** The next event, whatever it is. */
  Heard any() throws IOException {
    var id = "";
    var event = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        return new Heard(id, event, line.substring(6));
      }
    }
    throw new IOException("the stream has ended");
  }

  /** So many of the next events of the log. */
  List<Heard> next(int count) throws IOException {
    var heard = new ArrayList<Heard>();
    while (heard.size() < count) {
      heard.add(next());
    }
    return heard;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
