package dev.swarm.loadtest.result;

import java.util.List;
import java.util.Map;

/** A result for tests. */
final class Example {
  private Example() {}

  static Result result(String scenario, double wall, double ownCpu, int failed) {
    var spread = new Result.Spread(2, wall / 2, wall / 2, wall, wall, wall);
    return new Result(
        scenario,
        "2026-01-01T00:00:00Z",
        new Result.Setting(
            1, 2, 1, 1, "1", "350ms", 1, "process", 1, false, "first-come", "none", 2, 0.5, 0.7),
        1,
        2 - failed,
        failed,
        failed == 0 ? Map.of() : Map.of("lost", failed),
        0,
        wall,
        120_000 / wall,
        2,
        4,
        spread,
        spread,
        List.of(new Result.Node("node-<1>", 2, failed, 2, wall / 2, 10, 4, 0.5, 1L << 27)),
        new Result.IdealMillis(700, 1400, 1400),
        0.9,
        ownCpu,
        8,
        new Result.Coordinator(10, 1L << 27, 1L << 25),
        new Result.Router(4, 4, 0, 0, 1400, 1, 1, 1, 0, List.of(new Result.Load(0, 1, 0))),
        new Result.Bus(4, 400, spread, Map.of("offer", new Result.Traffic(4, 400))),
        List.of(
            new Result.Span("node-<1>", "load-1", 0, 5, wall / 2, 1, true),
            new Result.Span("node-<1>", "load-2", wall / 2, wall / 2, wall, 1, failed == 0)),
        List.of());
  }
}
