package dev.swarm.router.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One connection at a {@link RawServer}, from the server's side. */
final class Visit {
  private static final int FOR_EVER = 60_000;

  private final Socket socket;
  private final Consumer<String> requests;
  private final InputStream in;
  private final OutputStream out;
  private final CountDownLatch left = new CountDownLatch(1);

  Visit(Socket socket, Consumer<String> requests) throws IOException {
    this.socket = socket;
    this.requests = requests;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  Socket socket() {
    return socket;
  }

  /** Reads a whole request. */
  String request() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(next());
    }
    var text = head.toString(StandardCharsets.ISO_8859_1);
    var body = new String(in.readNBytes(length(text)), StandardCharsets.UTF_8);
    requests.accept(text + body);
    return text + body;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Sends, and more comes. */
  Visit then(String text) throws IOException {
    send(text);
    return this;
  }

  /** Sends, and more comes. */
  Visit then(byte[] bytes) throws IOException {
    send(bytes);
    return this;
  }

  /** Sends the same again and again, until the client goes. */
  void flood(String text) throws IOException {
    var many = text.repeat(1 + 60_000 / text.length()).getBytes(StandardCharsets.UTF_8);
    while (true) {
      out.write(many);
    }
  }

  /** Sends piece after piece of {@code text}, from its start again at its end; slowly. */
  void dribble(String text, int piece) throws IOException {
    for (var at = 0; !gone(40); at = (at + piece) % text.length()) {
      send(text.substring(at, Math.min(text.length(), at + piece)));
    }
  }

  /** Says nothing more, until the client goes. */
  void hold() throws IOException {
    var _ = gone(FOR_EVER);
  }

  /** Neither reads nor says anything, until the server is closed. */
  void standStill() {
    while (!socket.isClosed()) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Lets time pass. */
  void rest(int millis) throws IOException {
    if (gone(millis)) {
      throw new EOFException();
    }
  }

  /** Ends with a reset instead of an orderly close. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void close() throws IOException {
    socket.close();
  }

  /** The script is through with the client. */
  void left() {
    left.countDown();
  }

  /** Whether the script came to its end in that time. */
  boolean leaves(long millis) throws InterruptedException {
    return left.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits; whether the client closed meanwhile. */
  private boolean gone(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      while (in.read() >= 0) {
        // Whatever it still sends is of no interest.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(0);
      }
    }
  }

  private int next() throws IOException {
    var one = in.read();
    if (one < 0) {
      throw new EOFException();
    }
    return one;
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
