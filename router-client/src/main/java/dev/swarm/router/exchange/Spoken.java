package dev.swarm.router.exchange;

import java.time.Duration;

/** Values as people read them. */
final class Spoken {
  private Spoken() {}

  /** {@code 300 ms}, {@code 45 s}, {@code 10 min}. */
  static String of(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + " ms";
    }
    var seconds = time.toSeconds();
    return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  /** One line of at most {@code most} characters, with nothing in it that a terminal obeys. */
  static String visible(String text, int most) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(most)
        .forEach(point -> {
          if (plain(point)) {
            line.appendCodePoint(point);
          } else {
            line.append(String.format("\\u%04x", point));
          }
        });
    return text.codePointCount(0, text.length()) > most ? line + "…" : line.toString();
  }

  private static boolean plain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
