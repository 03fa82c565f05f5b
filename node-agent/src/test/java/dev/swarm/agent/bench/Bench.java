package dev.swarm.agent.bench;

import dev.swarm.agent.checks.CheckReader;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.investigation.SharedTools;
import dev.swarm.agent.investigation.Tools;
import dev.swarm.agent.proof.Claim;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.yaml.Definitions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Investigations of one machine: real loop, real proof, real tools and checks, and a few more. */
public final class Bench {
  private static final Path FOLDER = Path.of("src/test/resources/bench");
  private static final List<String> AREAS = Area.STANDARD.stream().map(Area::value).toList();
  private static final Set<String> LISTS =
      Set.of("certificates", "tls-endpoints", "dns-names", "backups", "log-files");
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  public static final Catalog CATALOG =
      CatalogReader.read(Definitions.of("tools", AREAS, Optional.of(FOLDER.resolve("tools"))));
  public static final Checks CHECKS =
      CheckReader.read(
          Definitions.of("checks", AREAS, Optional.of(FOLDER.resolve("checks"))), CATALOG, LISTS);
  public static final Budget BUDGET = Budget.standard(Duration.ofSeconds(30));

  private final Host host;
  private final Toolbox toolbox;
  private UnaryOperator<Tools> before = tools -> tools;
  private Area area = new Area("storage");
  private List<CheckId> checks = List.of();
  private Budget budget = BUDGET;
  private Consumer<Event> events = _ -> {};
  private Map<String, List<String>> lists = Map.of();

  public Bench(Host host) {
    this.host = host;
    this.toolbox = new Toolbox(host, CATALOG, new Guard(true, false, Set.of()));
  }

  /** With something between the loop and the tools. */
  public Bench with(UnaryOperator<Tools> tools) {
    before = tools;
    return this;
  }

  public Bench within(Budget limits) {
    budget = limits;
    return this;
  }

  public Bench in(String name) {
    area = new Area(name);
    return this;
  }

  public Bench only(String... ids) {
    checks = java.util.Arrays.stream(ids).map(CheckId::new).toList();
    return this;
  }

  public Bench telling(Consumer<Event> listener) {
    events = listener;
    return this;
  }

  /** With items for the checks that run over lists. */
  public Bench over(Map<String, List<String>> items) {
    lists = Map.copyOf(items);
    return this;
  }

  public Questions questions() {
    return new Questions(toolbox.facts(), lists);
  }

  /** Lets {@code mind} work the area. */
  public Outcome work(Mind mind) {
    var run = new RunId("bench");
    var subtask =
        new Subtask(SubtaskId.of(run, host.name(), area), run, host.name(), area, checks, budget);
    var shared = before.apply(new SharedTools(toolbox::run, InstantSource.system()));
    return new Investigation(toolbox, shared, CHECKS, questions(), THREADS, InstantSource.system())
        .of(new Offer(subtask, 1, 1), mind, events);
  }

  public Outcome.Completed completed(Mind mind) {
    return (Outcome.Completed) work(mind);
  }

  /** Calls every tool of the bench, and claims that; {@code later} happens between both. */
  public Outcome.Completed claim(Supplier<?> later, Claim... claims) {
    return completed(
        ScriptedMind.thinking(
            _ -> new Move.Calls(calls()),
            _ -> {
              var _ = later.get();
              return new Move.Claims(List.of(claims));
            }));
  }

  public Outcome.Completed claim(Claim... claims) {
    return claim(() -> host, claims);
  }

  /** The calls of every tool of the bench; the first is {@code r1}. */
  public static List<ToolCall> calls() {
    var calls = new ArrayList<ToolCall>();
    for (var tool : Machine.tools()) {
      calls.add(
          call(tool, tool.equals("app-settings") ? Map.of("unit", "nginx.service") : Map.of()));
    }
    return calls;
  }

  public static ToolCall call(String tool, Map<String, String> arguments) {
    return new ToolCall(tool, arguments, ToolCall.Caller.MODEL);
  }
}
