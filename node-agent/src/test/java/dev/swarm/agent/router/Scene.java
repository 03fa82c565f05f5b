package dev.swarm.agent.router;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.SharedTools;
import dev.swarm.agent.investigation.Tools;
import dev.swarm.agent.playbook.Playbook;
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
import dev.swarm.tools.host.Host;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A subtask worked by playbook and model: real loop, proof, tools and checks; a scripted model. */
final class Scene {
  private static final List<String> AREAS = Area.STANDARD.stream().map(Area::value).toList();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  /** What ships, and nothing else. */
  static final Catalog CATALOG =
      CatalogReader.read(Definitions.of("tools", AREAS, Optional.empty()));

  static final Checks CHECKS =
      CheckReader.read(
          Definitions.of("checks", AREAS, Optional.empty()),
          CATALOG,
          Set.of("certificates", "tls-endpoints", "dns-names", "backups"));

  private final Host host;
  private final Area area;
  private Catalog catalog = CATALOG;
  private Checks checks = CHECKS;
  private Bounds bounds = Bounds.STANDARD;
  private Leave leave = Leave.NEVER;
  private Optional<String> frontier = Optional.empty();
  private Budget budget = new Budget(16, 64, 200_000, Duration.ofSeconds(60), 4L << 20);
  private InstantSource clock = InstantSource.system();
  private UnaryOperator<Tools> before = tools -> tools;
  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

  Scene(Host host, String area) {
    this.host = host;
    this.area = new Area(area);
  }

  /** With the tools and checks of the bench beside those that ship. */
  static Scene bench(Host host) {
    var scene = new Scene(host, "storage");
    scene.catalog = Bench.CATALOG;
    scene.checks = Bench.CHECKS;
    return scene;
  }

  Scene bounds(Bounds limits) {
    bounds = limits;
    return this;
  }

  Scene budget(Budget limits) {
    budget = limits;
    return this;
  }

  Scene checks(Checks others) {
    checks = others;
    return this;
  }

  /** With something between the loop and the tools. */
  Scene with(UnaryOperator<Tools> tools) {
    before = tools;
    return this;
  }

  Scene clock(InstantSource other) {
    clock = other;
    return this;
  }

  Scene lifted(Leave gate) {
    leave = gate;
    frontier = Optional.of(ScriptedModel.FRONTIER);
    return this;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** By the playbook alone. */
  Outcome.Completed alone() {
    return (Outcome.Completed) work(Optional.empty());
  }

  Outcome.Completed completed(Model model) {
    return (Outcome.Completed) work(Optional.of(model));
  }

  Outcome work(Optional<Model> model) {
    var run = new RunId("scene");
    var subtask =
        new Subtask(
            SubtaskId.of(run, host.name(), area), run, host.name(), area, List.of(), budget);
    var toolbox = new Toolbox(host, catalog, new Guard(true, false, Set.of()));
    var questions = new Questions(toolbox.facts(), Map.of());
    Mind playbook = new Playbook(questions);
    var mind =
        model
            .map(one ->
                minds(one)
                    .after(
                        playbook, toolbox, checks, subtask, leave, Optional.empty(), events::add))
            .orElse(playbook);
    var tools = before.apply(new SharedTools(toolbox::run, clock));
    return new Investigation(toolbox, tools, checks, questions, THREADS, clock)
        .of(new Offer(subtask, 1, 1), mind, events::add);
  }

  private RouterMinds minds(Model model) {
    return new RouterMinds(model, new Names(ScriptedModel.LOCAL, frontier), bounds, clock);
  }
}
