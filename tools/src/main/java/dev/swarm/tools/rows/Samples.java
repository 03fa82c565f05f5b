package dev.swarm.tools.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of the first of two samples by subject. A subject that stands there twice is compared
 * with neither: which one it was is not known.
 */
final class Samples {
  private final Map<String, Row> bySubject = new HashMap<>();
  private final double elapsedSeconds;

  Samples(List<Row> earlier, double elapsedSeconds) {
    this.elapsedSeconds = elapsedSeconds;
    Set<String> twice = new HashSet<>();
    for (Row row : earlier) {
      if (bySubject.put(row.subject(), row) != null) {
        twice.add(row.subject());
      }
    }
    bySubject.keySet().removeAll(twice);
  }

  Optional<Row> earlier(String subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  double elapsedSeconds() {
    return elapsedSeconds;
  }
}
