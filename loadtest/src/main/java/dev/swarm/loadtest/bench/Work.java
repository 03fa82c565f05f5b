package dev.swarm.loadtest.bench;

import dev.swarm.agent.router.RouterMinds;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.router.Model;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** One node that works investigations, without a bus. */
final class Work {
  private static final Duration TIME = Duration.ofMinutes(2);

  private final Workshop workshop;
  private final RouterMinds minds;

  Work(Model model, ExecutorService threads, InstantSource clock) throws IOException {
    this.workshop = new Workshop(threads, clock);
    this.minds = workshop.minds(model);
  }

  /** Works task {@code number}; blocks. */
  Outcome task(int number) {
    var run = new RunId("bench");
    var area = new Area("storage");
    var subtask =
        new Subtask(
            SubtaskId.of(run, "n" + number, area),
            run,
            "n" + number,
            area,
            List.of(),
            Budget.standard(TIME));
    return workshop.work(minds, new Offer(subtask, 1, 1), Work::ignored);
  }

  private static void ignored(Event event) {
    // a benchmark of the loop, not of who listens
  }
}
