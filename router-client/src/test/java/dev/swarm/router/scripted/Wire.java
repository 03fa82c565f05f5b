package dev.swarm.router.scripted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client of bytes: sends a request by hand, and reads whatever comes. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  /** How the reading ended. */
  enum End {
    CLOSED,
    RESET,
    QUIET,
    ENOUGH
  }

  /** What came, byte by byte as ISO 8859-1, and how it ended. */
  record Came(String text, End end) {}

  Wire(ScriptedRouter router) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), router.port());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Wire post(String body, String header) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\n"
            + header
            + "\r\ncontent-length: "
            + bytes.length
            + "\r\n\r\n";
    try {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  /** Reads until {@code most} bytes came, the connection ended, or nothing came for a while. */
  Came read(int most, int quietMillis) {
    var text = new StringBuilder();
    var buffer = new byte[8192];
    try {
      socket.setSoTimeout(quietMillis);
      while (text.length() < most) {
        int read = socket.getInputStream().read(buffer);
        if (read < 0) {
          return new Came(text.toString(), End.CLOSED);
        }
        text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
      return new Came(text.toString(), End.ENOUGH);
    } catch (SocketTimeoutException quiet) {
      return new Came(text.toString(), End.QUIET);
    } catch (SocketException reset) {
      return new Came(text.toString(), End.RESET);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
