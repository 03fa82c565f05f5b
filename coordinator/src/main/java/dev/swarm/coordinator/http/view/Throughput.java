package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.http.view.RunDetail.Completed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many subtasks had ended by when, in few enough points to be drawn. */
final class Throughput {
  private static final int POINTS = 120;

  private Throughput() {}

  static List<Completed> of(List<Optional<Instant>> ends, Instant started) {
    var ended = ends.stream().flatMap(Optional::stream).sorted().toList();
    var points = new ArrayList<Completed>();
    if (ended.isEmpty()) {
      return points;
    }
    var whole = Duration.between(started, ended.getLast());
    var step = Math.max(1, whole.toMillis() / POINTS);
    long slot = -1;
    for (int i = 0; i < ended.size(); i++) {
      long own = Duration.between(started, ended.get(i)).toMillis() / step;
      var point = new Completed(ended.get(i), i + 1);
      if (own == slot) {
        points.set(points.size() - 1, point);
      } else {
        points.add(point);
      }
      slot = own;
    }
    return points;
  }
}
