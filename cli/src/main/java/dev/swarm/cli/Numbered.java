package dev.swarm.cli;

import java.util.Locale;
import java.util.function.IntPredicate;

/** A tool's output with line numbers, as evidence cites it. */
final class Numbered {
  private Numbered() {}

  static void print(Surroundings here, String text) {
    print(here, text, _ -> false);
  }

  /** The same, with a mark before the lines that are {@code cited}, counted from 1. */
  static void print(Surroundings here, String text, IntPredicate cited) {
    int number = 1;
    for (var line : text.lines().toList()) {
      here.out().printf(Locale.ROOT, "%s%4d │ %s%n", cited.test(number) ? ">" : " ", number, line);
      number++;
    }
  }
}
