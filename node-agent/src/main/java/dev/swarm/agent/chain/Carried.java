package dev.swarm.agent.chain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The first line of a file that goes on where another ended: it says where that was. */
final class Carried {
  private static final Pattern BODY =
      Pattern.compile(
          "\\{\"kind\":\"carried\",\"lines\":([0-9]{1,18}),\"chain\":\"([0-9a-f]{64})\"}");

  private Carried() {}

  static String body(Link end) {
    return "{\"kind\":\"carried\",\"lines\":"
        + end.number()
        + ",\"chain\":\""
        + end.chain()
        + "\"}";
  }

  /** The end that {@code first} says it follows. */
  static Optional<Link> before(Link.Said first) {
    var carried = BODY.matcher(first.body());
    return carried.matches()
        ? Optional.of(new Link(Long.parseLong(carried.group(1)), carried.group(2)))
        : Optional.empty();
  }
}
