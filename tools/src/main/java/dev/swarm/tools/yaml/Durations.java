package dev.swarm.tools.yaml;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Durations and sizes as people write them: {@code 500ms}, {@code 5s}, {@code 2h}, {@code 64KiB}.
 */
public final class Durations {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|min|h|d)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)?");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Duration parse(String text) {
    var matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a duration such as 500ms, 5s, 10m, 2h or 1d, not '" + text + "'");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofMinutes(number);
    };
  }

  /**
   * Reads a size in bytes.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static int size(String text) {
    var matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a size such as 64KiB or 1MiB, not '" + text + "'");
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    long bytes =
        switch (unit) {
          case "KiB" -> number << 10;
          case "MiB" -> number << 20;
          case "GiB" -> number << 30;
          default -> number;
        };
    if (bytes < 1 || bytes > 16 << 20) {
      throw new IllegalArgumentException("a size is from 1 byte to 16 MiB, not '" + text + "'");
    }
    return (int) bytes;
  }
}
