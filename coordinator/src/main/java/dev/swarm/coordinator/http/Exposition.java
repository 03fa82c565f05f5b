package dev.swarm.coordinator.http;

import java.util.Locale;

/** Metrics as Prometheus reads them (text format 0.0.4). */
final class Exposition {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private final StringBuilder text = new StringBuilder();

  /** What is told next. */
  void of(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  /**
   * One value.
   *
   * @param labels {@code name="value",…}; empty for none
   */
  void value(String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(number(value)).append('\n');
  }

  /** The only value of a metric. */
  void only(String name, String type, String help, double value) {
    of(name, type, help);
    value(name, "", value);
  }

  /** A label whose value may be anything. */
  static String label(String name, String value) {
    var safe = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + "=\"" + safe + '"';
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }

  String text() {
    return text.toString();
  }
}
