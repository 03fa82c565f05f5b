package dev.swarm.coordinator.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which names mean this machine itself, whatever a name server says. */
final class Hosts {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private Hosts() {}

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
