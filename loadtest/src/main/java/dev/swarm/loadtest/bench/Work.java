package dev.swarm.loadtest.bench;

import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.router.Bounds;
import dev.swarm.agent.router.Leave;
import dev.swarm.agent.router.Names;
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
import dev.swarm.tools.Guard;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.process.Sandbox;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * One node that works investigations of which the model decides everything: the whole loop of the
 * swarm, real tools included, with nothing before it and no sandbox.
 */
final class Work {
  private static final String MODEL = "bench";
  private static final Duration TIME = Duration.ofMinutes(2);

  private final Toolbox toolbox;
  private final Investigation investigation;
  private final Questions questions;
  private final RouterMinds minds;

  Work(Model model, ExecutorService threads, InstantSource clock) throws IOException {
    var host =
        new LiveHost(
            Path.of(System.getProperty("java.io.tmpdir"), "swarm-bench"),
            () -> new Sandbox.None("a benchmark"));
    this.toolbox = new Toolbox(host, catalog(), new Guard(true, true, Set.of()));
    this.questions = new Questions(toolbox.facts(), Map.of());
    var checks = new Checks(Map.of(), List.of());
    this.investigation =
        new Investigation(toolbox, toolbox::run, checks, questions, threads, clock);
    this.minds = new RouterMinds(model, new Names(MODEL, Optional.empty()), Bounds.STANDARD, clock);
  }

  private static Catalog catalog() throws IOException {
    try (var in = Work.class.getResourceAsStream("tools.yaml")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var file = new Definitions.Written("tools.yaml", text);
      var catalog = CatalogReader.read(new Definitions(List.of(file), List.of()));
      if (!catalog.problems().isEmpty()) {
        throw new IllegalStateException(catalog.problems().toString());
      }
      return catalog;
    }
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
    var mind =
        minds.after(
            new Nothing(),
            toolbox,
            new Checks(Map.of(), List.of()),
            subtask,
            Leave.NEVER,
            Optional.empty(),
            Work::ignored);
    return investigation.of(new Offer(subtask, 1, 1), mind, Work::ignored);
  }

  private static void ignored(Event event) {
    // a benchmark of the loop, not of who listens
  }

  /** Leaves everything to the model. */
  private static final class Nothing implements Mind {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Move next(Conversation conversation) {
      return new Move.Conclusion("");
    }
  }
}
