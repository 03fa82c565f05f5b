package dev.swarm.cli;

import java.util.Locale;

/** A tool's output with line numbers, as evidence cites it. */
final class Numbered {
  private Numbered() {}

  static void print(Surroundings here, String text) {
    int number = 1;
    for (var line : text.lines().toList()) {
      here.out().printf(Locale.ROOT, "%5d │ %s%n", number, line);
      number++;
    }
  }
}
