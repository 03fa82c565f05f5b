package dev.swarm.loadtest.run;

import dev.swarm.loadtest.process.Taken;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.result.Result.Spread;
import dev.swarm.loadtest.run.Timeline.Course;
import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.protocol.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the tasks of some passes came to. */
record TaskFigures(Scenario scenario, List<String> names, Instant began, List<Pass> passes) {
  /** Gives a node, from 1, its part of what processes took. */
  interface Sharing {
    Taken share(int node, List<Taken> processes);
  }

  private List<Course> courses() {
    return passes.stream().flatMap(pass -> pass.courses().stream()).toList();
  }

  int succeeded() {
    return (int) courses().stream().filter(Course::succeeded).count();
  }

  int failed() {
    return courses().size() - succeeded();
  }

  int ended() {
    return (int) courses().stream().filter(course -> course.ended().isPresent()).count();
  }

  Map<String, Integer> failedByCause() {
    var causes = new TreeMap<String, Integer>();
    for (var course : courses()) {
      course
          .outcome()
          .filter(Outcome.Failed.class::isInstance)
          .map(Outcome.Failed.class::cast)
          .ifPresent(failed -> {
            var _ = causes.merge(failed.cause().id(), 1, Integer::sum);
          });
    }
    return causes;
  }

  int incomplete() {
    return (int)
        courses().stream()
            .flatMap(course -> course.outcome().stream())
            .filter(outcome ->
                outcome instanceof Outcome.Completed done && done.thinking().lacking().isPresent())
            .count();
  }

  long toolCalls() {
    return courses().stream().mapToLong(Course::toolCalls).sum();
  }

  long turns() {
    return passes.stream().mapToLong(Pass::turns).sum();
  }

  Spread times() {
    var times = new Times();
    placed().forEach(task -> times.add(task.time()));
    return times.spread();
  }

  Spread starts() {
    var times = new Times();
    placed().forEach(task -> times.add(task.untilStart()));
    return times.spread();
  }

  private List<Pass.Placed> placed() {
    return passes.stream()
        .flatMap(pass -> pass.placed(scenario.concurrency()).stream())
        .filter(task -> task.course().ended().isPresent())
        .toList();
  }

  List<Result.Node> nodes(Map<String, Double> loads, Sharing sharing, List<Taken> processes) {
    var byNode = courses().stream().collect(Collectors.groupingBy(c -> c.subtask().node()));
    return IntStream.rangeClosed(1, names.size())
        .mapToObj(number -> {
          var name = names.get(number - 1);
          var taken = sharing.share(number, processes);
          return node(name, byNode.getOrDefault(name, List.of()), taken, loads);
        })
        .toList();
  }

  private static Result.Node node(
      String name, List<Course> courses, Taken taken, Map<String, Double> loads) {
    int succeeded = (int) courses.stream().filter(Course::succeeded).count();
    return new Result.Node(
        name,
        courses.size(),
        courses.size() - succeeded,
        courses.stream().mapToInt(Course::toolCalls).sum(),
        courses.stream().mapToDouble(TaskFigures::worked).average().orElse(0),
        taken.ownCpu(),
        taken.childCpu(),
        loads.getOrDefault(name, -1.0),
        taken.resident());
  }

  private static double worked(Course course) {
    var from = course.accepted().or(course::offered).orElse(course.queued());
    return Measuring.millis(Duration.between(from, course.ended().orElse(from)));
  }

  List<Result.Span> spans(int most) {
    return courses().stream()
        .filter(course -> course.offered().isPresent() && course.ended().isPresent())
        .limit(most)
        .map(this::span)
        .toList();
  }

  private Result.Span span(Course course) {
    var offered = course.offered().orElseThrow();
    return new Result.Span(
        course.subtask().node(),
        course.subtask().area().value(),
        since(offered),
        since(course.accepted().orElse(offered)),
        since(course.ended().orElseThrow()),
        course.toolCalls(),
        course.succeeded());
  }

  private double since(Instant moment) {
    return Measuring.millis(Duration.between(began, moment));
  }
}
