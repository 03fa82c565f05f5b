package dev.swarm.router.exchange;

import java.net.URI;

/**
 * Where a request goes: always the host that the operator configured, for nothing a server says is
 * ever made into one.
 *
 * @param host a name or an address; one of IPv6 in brackets, as Vert.x wants it too
 */
record Target(boolean tls, String host, int port, String path) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** {@code path}, which begins with a slash, below the base. */
  static Target below(URI base, String path) {
    var root = base.getRawPath() == null ? "" : base.getRawPath();
    while (root.endsWith("/")) {
      root = root.substring(0, root.length() - 1);
    }
    return at(base, root + path);
  }

  /** {@code path} on the base's host, wherever the base itself lies. */
  static Target at(URI base, String path) {
    var tls = base.getScheme().equals("https");
    var standard = tls ? HTTPS : HTTP;
    var port = base.getPort() < 0 ? standard : base.getPort();
    return new Target(tls, base.getHost(), port, path);
  }

  /** As people write it. */
  @Override
  public String toString() {
    var usual = port == (tls ? HTTPS : HTTP);
    return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + port) + path;
  }
}
