package dev.swarm.cli;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.report.ExitCode;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.FallbackStore;
import dev.swarm.protocol.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm audit}: is anything wrong on this machine, or in its fleet? */
@Command(
    name = "audit",
    description = "Audits this machine, or its fleet, and reports what is wrong, with proof.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete, nothing found",
      "1:findings at or above --fail-on",
      "2:usage or configuration",
      "3:incomplete: something could not be looked at, for another cause than rights",
      "4:every node of the fleet refused",
      "70:a bug of ours",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm audit --areas storage,services",
      "  swarm audit --checks storage.space --fail-on critical",
      "  swarm audit --output html --output-file report.html",
      "  swarm audit --labels tier=web --limit 10%%",
      "  swarm audit --router http://127.0.0.1:8080/v1 --model qwen3-8b"
    })
final class AuditCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final Selection selection = new Selection();
  @Mixin private final RouterOptions routers = new RouterOptions();
  @Mixin private final PolicyOptions policies = new PolicyOptions();
  @Mixin private final Presentation presentation;
  @Mixin private final Talk talk;
  @Mixin private final FleetTarget target = new FleetTarget();
  @Mixin private final FleetOptions fleet = new FleetOptions();

  @Option(
      names = "--timeout",
      order = 3,
      paramLabel = "TIME",
      description = "For the whole audit, such as 30s or 2m; default 60s, 10m with a model.")
  @Nullable
  private String timeout;

  @Option(
      names = "--recording",
      order = 4,
      paramLabel = "DIR",
      description = "Audit the machine recorded in this folder (swarm record) instead of this one.")
  @Nullable
  private Path recording;

  @Option(
      names = "--no-model",
      order = 9,
      description = "Deterministic checks only, whatever routers the configuration names.")
  private boolean noModel;

  AuditCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.presentation = new Presentation(here);
    this.talk = new Talk(here);
  }

  @Override
  public Integer call() {
    var configured = settings();
    var policy = policies.policy(configured.failOn());
    var limit = TimeLimit.of(timeout, configured);
    presentation.check();
    if (recording == null && target.fleet(configured)) {
      return fleet(configured, policy, limit);
    }
    var bus = Bus.starting();
    var served = served(configured, bus, policy);
    if (served.isPresent()) {
      return served.getAsInt();
    }
    var settings = ModelNames.resolved(here, configured, bus);
    try (var opening = Opening.of(here, settings, Optional.ofNullable(recording))) {
      var all = opening.knowledge().checks();
      opening.knowledge().problems().forEach(problem -> here.say("ignored: " + problem));
      var areas = selection.areas(all, settings.areas());
      var checks = selection.checks(all);
      var known = List.copyOf(all.on(opening.host().platform()).byId().keySet());
      var node = opening.host().name();
      var audit =
          new Audit(
              List.of(node),
              areas,
              checks,
              limit.budget(),
              limit.whole(),
              ModelNames.mind(settings),
              known);
      var run = new LocalRun(here, opening, bus, talk, presentation);
      return run.go(audit, policy, (report, _) -> ExitCode.of(report, policy).code());
    }
  }

  /**
   * By the coordinator that stays on this machine, if one does, and what is asked is what it would
   * do; empty if not.
   */
  private OptionalInt served(Settings settings, Bus bus, Policy policy) {
    boolean own = target.local() || routers.any() || noModel || timeout != null;
    if (own || recording != null) {
      return OptionalInt.empty();
    }
    var coordinator = ServedRun.found(here, settings, bus, talk, presentation);
    if (coordinator.isEmpty()) {
      return OptionalInt.empty();
    }
    var all = Knowledge.of(settings).checks();
    var wish =
        ServedRun.wish(
            Optional.empty(), selection.areas(all, settings.areas()), selection.checks(all));
    return coordinator.get().go(wish, policy, (report, _) -> ExitCode.of(report, policy).code());
  }

  /** The whole fleet, or a part of it: nothing of this machine itself is needed. */
  private int fleet(Settings settings, Policy policy, TimeLimit limit) {
    if (routers.any()) {
      throw new UsageException(
          "in a fleet, each node asks the routers of its own swarm.yaml; --router is for --local");
    }
    var bus = Bus.starting();
    var knowledge = Knowledge.of(settings);
    knowledge.problems().forEach(problem -> here.say("ignored: " + problem));
    var all = knowledge.checks();
    var whom = target.target();
    var limited = target.limit();
    var areas = selection.areas(all, settings.areas());
    var checks = selection.checks(all);
    Function<Settings, Audit> asked =
        told ->
            new Audit(
                whom,
                limited,
                areas,
                checks,
                settings.routers().isEmpty() ? unthinking(limit.budget()) : limit.budget(),
                limit.whole(),
                ModelNames.mind(told),
                List.copyOf(all.byId().keySet()),
                all.byPlatform(),
                Optional.empty());
    try (var store = new FallbackStore(Opening.store(here, settings))) {
      return FleetRun.of(here, settings, store, bus, target, talk, presentation)
          .go(asked, policy, (report, _) -> ExitCode.of(report, policy).code());
    }
  }

  /** Nodes may have models of their own; without a token they leave them alone. */
  private static Budget unthinking(Budget budget) {
    return new Budget(budget.turns(), budget.toolCalls(), 0, budget.time(), budget.outputBytes());
  }

  private Settings settings() {
    var settings = fleet.on(setup.settings());
    if (noModel && routers.any()) {
      throw new UsageException("--no-model and a model were asked for; leave one of them out");
    }
    return noModel ? settings.with(List.of()) : routers.on(settings);
  }
}
