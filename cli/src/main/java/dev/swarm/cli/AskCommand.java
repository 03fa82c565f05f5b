package dev.swarm.cli;

import dev.swarm.agent.checks.Checks;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.report.ExitCode;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.FallbackStore;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm ask}: a question about this machine, answered by a model, with proof. */
@Command(
    name = "ask",
    description = {
      "Asks a question about this machine. The checks run first; then a model looks for the"
          + " answer,",
      "and what it finds is proven like everything else."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered, nothing found",
      "1:findings at or above --fail-on",
      "2:usage or configuration",
      "3:incomplete: something could not be looked at, for another cause than rights",
      "4:every node of the fleet refused",
      "5:no model: no router is known, or none replied",
      "70:a bug of ours",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm ask \"why is it slow since this morning?\"",
      "  swarm ask --areas logs,services \"what restarted last night?\"",
      "  swarm ask --router http://127.0.0.1:8080/v1 --model qwen3-8b \"is the disk dying?\""
    })
final class AskCommand implements Callable<Integer> {
  /** A question is broad: every check may run, and a model may look further. */
  private static final int TOOL_CALLS = 256;

  private static final int TURNS = 24;
  private static final int LONGEST_QUESTION = 1000;

  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final RouterOptions routers = new RouterOptions();
  @Mixin private final PolicyOptions policies = new PolicyOptions();
  @Mixin private final Presentation presentation;
  @Mixin private final Talk talk;
  @Mixin private final FleetTarget target = new FleetTarget();
  @Mixin private final FleetOptions fleet = new FleetOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "QUESTION",
      description = "What you want to know, in your own words.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--areas",
      order = 1,
      split = ",",
      paramLabel = "AREA",
      description = "Run the checks of these areas first; default all.")
  private List<String> areas = new ArrayList<>();

  @Option(
      names = "--timeout",
      order = 3,
      paramLabel = "TIME",
      description = "For the whole of it, such as 2m; default 10m.")
  @Nullable
  private String timeout;

  @Option(
      names = "--recording",
      order = 4,
      paramLabel = "DIR",
      description = "Ask about the machine recorded in this folder instead of this one.")
  @Nullable
  private Path recording;

  AskCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.presentation = new Presentation(here);
    this.talk = new Talk(here);
  }

  @Override
  public Integer call() {
    var configured = routers.on(fleet.on(setup.settings()));
    var policy = policies.policy(configured.failOn());
    var question = question();
    presentation.check();
    if (recording == null && target.fleet(configured)) {
      return fleet(configured, policy, question);
    }
    if (configured.routers().isEmpty()) {
      here.say(
          "could not ask: no model is known. Name a router with --router URL, or under 'routers' in"
              + " ~/.config/swarm/swarm.yaml (docs/routers.md); swarm audit needs none");
      return Exit.NO_ROUTER.code();
    }
    var limit = TimeLimit.of(timeout, configured);
    var bus = Bus.starting();
    var served = served(configured, bus, policy, question);
    if (served.isPresent()) {
      return served.getAsInt();
    }
    var settings = ModelNames.resolved(here, configured, bus);
    try (var opening = Opening.of(here, settings, Optional.ofNullable(recording))) {
      opening.knowledge().problems().forEach(problem -> here.say("ignored: " + problem));
      var node = new Target.Named(List.of(opening.host().name()));
      var known = opening.knowledge().checks().on(opening.host().platform());
      var audit = audit(node, known, settings, limit, question);
      return new LocalRun(here, opening, bus, talk, presentation)
          .go(audit, policy, (report, events) -> judged(report, policy, events));
    }
  }

  /** By the coordinator that stays on this machine, if one does; empty if not. */
  private OptionalInt served(Settings settings, Bus bus, Policy policy, String question) {
    if (target.local() || routers.any() || timeout != null || recording != null) {
      return OptionalInt.empty();
    }
    return ServedRun.found(here, settings, bus, talk, presentation)
        .map(coordinator -> {
          var _ = checks(Knowledge.of(settings).checks());
          var wish = ServedRun.wish(Optional.of(question), areas, List.of());
          return coordinator.go(wish, policy, (report, events) -> judged(report, policy, events));
        })
        .orElse(OptionalInt.empty());
  }

  /** Each node asks the models of its own configuration. */
  private int fleet(Settings settings, Policy policy, String question) {
    if (routers.any()) {
      throw new UsageException(
          "in a fleet, each node asks the routers of its own swarm.yaml; --router is for --local");
    }
    var bus = Bus.starting();
    var known = Knowledge.of(settings).checks();
    var limit = TimeLimit.thinking(timeout, settings);
    var whom = target.target();
    try (var store = new FallbackStore(Opening.store(here, settings))) {
      return FleetRun.of(here, settings, store, bus, target, talk, presentation)
          .go(
              told -> audit(whom, known, told, limit, question),
              policy,
              (report, events) -> judged(report, policy, events));
    }
  }

  private static int judged(Report report, Policy policy, List<Recorded> events) {
    int code = ExitCode.of(report, policy).code();
    return replied(events) || code == Exit.REFUSED.code() ? code : away(code);
  }

  private Audit audit(
      Target whom, Checks known, Settings settings, TimeLimit limit, String question) {
    var checks = checks(known);
    return new Audit(
        whom,
        target.limit(),
        List.of(Area.QUESTION),
        checks,
        broad(limit.budget()),
        limit.whole(),
        ModelNames.mind(settings),
        checks,
        Optional.of(question));
  }

  /** What a question may spend, from what an area may. */
  static Budget broad(Budget usual) {
    return new Budget(TURNS, TOOL_CALLS, 2 * usual.tokens(), usual.time(), 4 * usual.outputBytes());
  }

  private List<CheckId> checks(Checks all) {
    var names = all.areas().stream().map(Area::value).toList();
    areas.forEach(
        name -> Choice.require("area", name, names, "there are " + String.join(", ", names)));
    return all.areas().stream()
        .filter(area -> areas.isEmpty() || areas.contains(area.value()))
        .flatMap(area -> all.of(area).stream())
        .map(check -> check.id())
        .toList();
  }

  private String question() {
    var question = String.join(" ", words).strip().replaceAll("\\s+", " ");
    if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
      throw new UsageException(
          "could not ask: a question has 1 to " + LONGEST_QUESTION + " characters");
    }
    return question;
  }

  private static boolean replied(List<Recorded> events) {
    return events.stream()
        .anyMatch(one ->
            one.event() instanceof Event.ModelReplied replied && replied.trouble().isEmpty());
  }

  /** The checks stand; but what was asked for is a model's answer. */
  private static int away(int code) {
    return code == Exit.INTERRUPTED.code() ? code : Exit.NO_ROUTER.code();
  }
}
