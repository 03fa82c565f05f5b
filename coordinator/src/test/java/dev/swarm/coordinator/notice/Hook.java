package dev.swarm.coordinator.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A webhook on loopback that answers as a test tells it, the worst ways included. */
final class Hook implements AutoCloseable {
  private final ServerSocket server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final LinkedBlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final List<Socket> open = new ArrayList<>();
  private String usual = "HTTP/1.1 200 OK";

  record Request(String head, String body) {}

  interface Answer {
    void on(OutputStream out, Socket socket) throws IOException;
  }

  Hook() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().start(this::listen);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/services/T0/B0/secret";
  }

  /** Answers the next request so; what is not told is answered 200. */
  synchronized void then(Answer answer) {
    answers.add(answer);
  }

  void answers(String head) {
    then((out, _) ->
        out.write((head + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  /** Answers whatever else comes so. */
  synchronized void always(String head) {
    usual = head;
  }

  /** Never answers. */
  void hangs() {
    then((_, _) -> {});
  }

  void cutsTheConnection() {
    then((_, socket) -> socket.close());
  }

  /** A status, and then a body that never ends. */
  void neverEnds(String head) {
    then((out, _) ->
        out.write(
            (head + "\r\nContent-Length: 1000000000\r\n\r\nx")
                .getBytes(StandardCharsets.US_ASCII)));
  }

  void speaksNonsense() {
    then((out, socket) -> {
      out.write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.close();
    });
  }

  Request request() throws InterruptedException {
    return Optional.ofNullable(requests.poll(10, TimeUnit.SECONDS)).orElseThrow();
  }

  int waiting() {
    return requests.size();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        keep(socket);
        var _ = Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private synchronized void keep(Socket socket) {
    open.add(socket);
  }

  private synchronized Answer next() {
    var head = usual;
    return Optional.ofNullable(answers.poll())
        .orElse((out, _) ->
            out.write(
                (head + "\r\nContent-Length: 2\r\n\r\nok").getBytes(StandardCharsets.US_ASCII)));
  }

  private void serve(Socket socket) {
    try {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var head = new StringBuilder(line).append('\n');
        int length = 0;
        for (var header = in.readLine();
            header != null && !header.isEmpty();
            header = in.readLine()) {
          head.append(header).append('\n');
          length =
              header.toLowerCase(Locale.ROOT).startsWith("content-length:")
                  ? Integer.parseInt(header.substring(15).strip())
                  : length;
        }
        var body = new char[length];
        for (int got = 0; got < length; ) {
          got += in.read(body, got, length - got);
        }
        var text =
            new String(
                new String(body).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        requests.add(new Request(head.toString(), text));
        next().on(socket.getOutputStream(), socket);
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the client went away, or the test closed the socket
    }
  }

  @Override
  public synchronized void close() {
    try {
      server.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
