package dev.swarm.loadtest.run;

import dev.swarm.loadtest.run.Timeline.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All tasks once.
 *
 * @param began when the coordinator was asked
 * @param ended when the last outcome was durable and all nodes were told
 * @param turns replies of the model
 */
record Pass(Instant began, Instant ended, List<Course> courses, long turns) {
  /** A task, and the moment at which there was a place for it. */
  record Placed(Course course, Instant free) {
    Duration time() {
      return Duration.between(free, course.ended().orElse(free));
    }

    Duration untilStart() {
      return Duration.between(free, course.accepted().orElse(free));
    }
  }

  Pass {
    courses = List.copyOf(courses);
  }

  /**
   * In the order in which they were handed out. The first ones had their place when the pass began,
   * the others each when one before them ended, whenever it was that somebody noticed.
   *
   * @param atOnce places
   */
  List<Placed> placed(int atOnce) {
    var begun =
        courses.stream()
            .filter(course -> course.offered().isPresent())
            .sorted(Comparator.comparing(course -> course.offered().orElseThrow()))
            .toList();
    var ends = courses.stream().flatMap(course -> course.ended().stream()).sorted().toList();
    var placed = new ArrayList<Placed>();
    for (int place = 0; place < begun.size(); place++) {
      int before = place - atOnce;
      var free = before < 0 || before >= ends.size() ? began : ends.get(before);
      placed.add(new Placed(begun.get(place), free));
    }
    return placed;
  }
}
