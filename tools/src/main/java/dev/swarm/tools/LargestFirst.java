package dev.swarm.tools;

import java.util.Comparator;
import java.util.stream.Collectors;

/** Orders lines by the whole number that they begin with, largest first; lines without one last. */
final class LargestFirst {
  private LargestFirst() {}

  static Reading of(Reading reading) {
    return reading instanceof Reading.Text(var what, var text, var aside, var exit, var gaps)
        ? new Reading.Text(what, sorted(text), aside, exit, gaps)
        : reading;
  }

  private static String sorted(String text) {
    return text.lines()
        .sorted(Comparator.comparingLong(LargestFirst::number).reversed())
        .collect(Collectors.joining("\n"));
  }

  private static long number(String line) {
    int end = 0;
    while (end < line.length() && end < 18 && Character.isDigit(line.charAt(end))) {
      end++;
    }
    return end == 0 ? -1 : Long.parseLong(line.substring(0, end));
  }
}
