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
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.router.Model;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.process.Sandbox;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Investigations of which the model decides everything: the whole loop of the swarm, real tools
 * included, with nothing before it and no sandbox. Any thread.
 */
public final class Workshop {
  private static final String MODEL = "bench";
  private static final Checks NONE = new Checks(Map.of(), List.of());

  private final Toolbox toolbox;
  private final Investigation investigation;
  private final InstantSource clock;

  /**
   * On this machine.
   *
   * @param threads where tools of one round run beside one another
   */
  public Workshop(ExecutorService threads, InstantSource clock) throws IOException {
    this(
        new LiveHost(
            Path.of(System.getProperty("java.io.tmpdir"), "swarm-bench"),
            () -> new Sandbox.None("a benchmark")),
        catalog(),
        threads,
        clock);
  }

  /** With the tools of {@code catalog}, on {@code host}. */
  public Workshop(Host host, Catalog catalog, ExecutorService threads, InstantSource clock) {
    this.toolbox = new Toolbox(host, catalog, new Guard(true, true, Set.of()));
    var questions = new Questions(toolbox.facts(), Map.of());
    this.investigation = new Investigation(toolbox, toolbox::run, NONE, questions, threads, clock);
    this.clock = clock;
  }

  private static Catalog catalog() throws IOException {
    try (var in = Workshop.class.getResourceAsStream("tools.yaml")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var file = new Definitions.Written("tools.yaml", text);
      var catalog = CatalogReader.read(new Definitions(List.of(file), List.of()));
      if (!catalog.problems().isEmpty()) {
        throw new IllegalStateException(catalog.problems().toString());
      }
      return catalog;
    }
  }

  /** Minds that ask {@code model}. */
  public RouterMinds minds(Model model) {
    return new RouterMinds(model, new Names(MODEL, Optional.empty()), Bounds.STANDARD, clock);
  }

  /** Works {@code offer} with one of {@code minds}; blocks. */
  public Outcome work(RouterMinds minds, Offer offer, Consumer<Event> events) {
    var mind =
        minds.after(
            new Nothing(), toolbox, NONE, offer.subtask(), Leave.NEVER, Optional.empty(), events);
    return investigation.of(offer, mind, events);
  }

  /** Runs every tool of the area of {@code offer} once, beside one another, and asks no model. */
  public Outcome run(Offer offer, Consumer<Event> events) {
    var area = offer.subtask().area().value();
    var calls = toolbox.catalog().of(area).stream().map(tool -> ToolCall.of(tool.name())).toList();
    return investigation.of(offer, new Commands(calls), events);
  }

  /** Knows from the beginning what to run. */
  private record Commands(List<ToolCall> calls) implements Mind {
    @Override
    public String name() {
      return "nobody";
    }

    @Override
    public Move next(Conversation conversation) {
      return conversation.looks().isEmpty() ? new Move.Calls(calls) : new Move.Conclusion("");
    }
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
