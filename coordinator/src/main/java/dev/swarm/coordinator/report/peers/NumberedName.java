package dev.swarm.coordinator.report.peers;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name with a number in it: {@code web-}, {@code 01}, {@code .example.org}. The last number of
 * the host's own part, or of the whole where that has none.
 */
record NumberedName(String before, String digits, String after) {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})(\\D*)");
  private static final Pattern ADDRESS = Pattern.compile("[\\d.]+");

  static Optional<NumberedName> of(String name) {
    int dot = ADDRESS.matcher(name).matches() ? -1 : name.indexOf('.');
    var host = dot < 0 ? name : name.substring(0, dot);
    var domain = dot < 0 ? "" : name.substring(dot);
    return parse(host, domain).or(() -> parse(name, ""));
  }

  private static Optional<NumberedName> parse(String text, String rest) {
    var parts = NUMBERED.matcher(text);
    return parts.matches()
        ? Optional.of(new NumberedName(parts.group(1), parts.group(2), parts.group(3) + rest))
        : Optional.empty();
  }

  int number() {
    return Integer.parseInt(digits);
  }

  boolean padded() {
    return digits.length() > 1 && digits.startsWith("0");
  }
}
