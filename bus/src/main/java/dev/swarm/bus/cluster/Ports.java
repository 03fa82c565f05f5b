package dev.swarm.bus.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A range of ports; commands that run beside an agent take a pair of free ones: one for the
 * cluster's member, the next for the bus.
 */
public record Ports(int first, int last) {
  public Ports {
    if (first < 1 || last > 65_535 || last <= first) {
      throw new IllegalArgumentException(
          "expected a range of at least two ports, such as 7620-7659, not " + first + "-" + last);
    }
  }

  /**
   * Reads {@code first-last}.
   *
   * @throws IllegalArgumentException if it is no range
   */
  public static Ports parse(String text) {
    try {
      int dash = text.indexOf('-');
      return new Ports(
          Integer.parseInt(text, 0, dash, 10), Integer.parseInt(text, dash + 1, text.length(), 10));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "expected a range of ports, such as 7620-7659, not '" + text + "'", e);
    }
  }

  /** The first of a pair of ports that are free on {@code host} now. */
  public OptionalInt free(InetAddress host) {
    return IntStream.iterate(first, port -> port < last, port -> port + 2)
        .filter(port -> isFree(host, port) && isFree(host, port + 1))
        .findFirst();
  }

  private static boolean isFree(InetAddress host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
