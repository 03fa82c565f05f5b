package dev.swarm.bus.cluster;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A place in the network.
 *
 * @param host a name or a numeric address, IPv6 without brackets
 */
public record HostPort(String host, int port) implements Comparable<HostPort> {
  public HostPort {
    if (host.isBlank()) {
      throw new IllegalArgumentException("a host has a name or an address");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 1 to 65535, not " + port);
    }
  }

  /**
   * Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}.
   *
   * @param standard the port where none is said
   * @throws IllegalArgumentException if it is none of these
   */
  public static HostPort parse(String text, int standard) {
    try {
      var bare = text.chars().filter(c -> c == ':').count() > 1 && !text.startsWith("[");
      var uri = new URI("swarm", bare ? "[" + text + "]" : text, null, null, null);
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw new IllegalArgumentException("expected a host, or host:port, not '" + text + "'");
      }
      var host = uri.getHost().replace("[", "").replace("]", "");
      return new HostPort(host, uri.getPort() == -1 ? standard : uri.getPort());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("expected a host, or host:port, not '" + text + "'", e);
    }
  }

  @Override
  public int compareTo(HostPort other) {
    int hosts = host.compareTo(other.host);
    return hosts != 0 ? hosts : Integer.compare(port, other.port);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
