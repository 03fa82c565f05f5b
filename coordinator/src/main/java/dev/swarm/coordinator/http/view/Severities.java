package dev.swarm.coordinator.http.view;

import dev.swarm.protocol.Severity;
import java.util.stream.Stream;

/** How many findings there are of each severity. */
public record Severities(int critical, int warning, int info) {
  public static final Severities NONE = new Severities(0, 0, 0);

  /** Counts {@code severities}. */
  static Severities of(Stream<Severity> severities) {
    return severities.reduce(NONE, Severities::plus, Severities::plus);
  }

  /** One more. */
  Severities plus(Severity severity) {
    return switch (severity) {
      case CRITICAL -> new Severities(critical + 1, warning, info);
      case WARNING -> new Severities(critical, warning + 1, info);
      case INFO -> new Severities(critical, warning, info + 1);
    };
  }

  /** Both together. */
  Severities plus(Severities other) {
    return new Severities(critical + other.critical, warning + other.warning, info + other.info);
  }

  /** Whether there is any. */
  boolean any() {
    return critical + warning + info > 0;
  }
}
