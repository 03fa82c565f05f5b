package dev.swarm.cli;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.report.ExitCode;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Recorded;
import dev.swarm.tools.yaml.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm audit}: is anything wrong on this machine? */
@Command(
    name = "audit",
    description = "Audits this machine and reports what is wrong, with proof.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete, nothing found",
      "1:findings at or above --fail-on",
      "2:usage or configuration",
      "3:incomplete: something could not be looked at, for another cause than rights",
      "70:a bug of ours",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  swarm audit --areas storage,services",
      "  swarm audit --checks storage.space --fail-on critical",
      "  swarm audit --output html --output-file report.html"
    })
final class AuditCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final Selection selection = new Selection();
  @Mixin private final PolicyOptions policies = new PolicyOptions();
  @Mixin private final Presentation presentation;
  @Mixin private final Talk talk;

  @Option(
      names = "--timeout",
      order = 3,
      paramLabel = "TIME",
      description = "For the whole audit, such as 30s or 2m; default 60s.")
  @Nullable
  private String timeout;

  @Option(
      names = "--recording",
      order = 4,
      paramLabel = "DIR",
      description = "Audit the machine recorded in this folder (swarm record) instead of this one.")
  @Nullable
  private Path recording;

  AuditCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.presentation = new Presentation(here);
    this.talk = new Talk(here);
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    var policy = policies.policy(settings.failOn());
    var limit = timeout == null ? settings.timeout() : timeout(timeout);
    presentation.check();
    var bus = Bus.starting();
    try (var opening = Opening.of(here, settings, Optional.ofNullable(recording))) {
      var all = opening.knowledge().checks();
      opening.knowledge().problems().forEach(problem -> here.say("ignored: " + problem));
      var areas = selection.areas(all, settings.areas());
      var checks = selection.checks(all);
      var known = List.copyOf(all.on(opening.host().platform()).byId().keySet());
      var node = opening.host().name();
      var budget = Budget.standard(limit);
      return audit(
          opening,
          bus,
          new Audit(List.of(node), areas, checks, budget, limit, "playbook", known),
          policy);
    }
  }

  private int audit(Opening opening, Bus bus, Audit audit, Policy policy) {
    var transcript = new Transcript();
    var bug = Optional.<Throwable>empty();
    try (var station = Station.open(opening.parts(), bus);
        var progress = talk.progress()) {
      bug = end(station.coordinator().run(audit, transcript.andThen(progress)));
    }
    if (bug.isPresent() && transcript.events().isEmpty()) {
      return Failures.tell(here, bug.get());
    }
    var report = report(opening, transcript.events());
    presentation.print(report, policy);
    return bug.map(failure -> Failures.tell(here, failure))
        .orElseGet(() -> ExitCode.of(report, policy).code());
  }

  /** Waits for the end; what went wrong in us is told after the report of what is known. */
  private Optional<Throwable> end(Run run) {
    try (var _ = Interruption.of(here, run::cancel)) {
      var _ = run.ended().await();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private Report report(Opening opening, List<Recorded> events) {
    var store = opening.store();
    Optional<Report> before = Optional.empty();
    try {
      before = Baseline.of(store, events);
    } catch (StoreException e) {
      if (store.notKept().isEmpty()) {
        here.say("this run is compared with none before it: " + e.getMessage());
      }
    }
    store.notKept().ifPresent(reason -> here.say("this run is not kept: " + reason));
    return Merge.merge(events, before);
  }

  private static Duration timeout(String text) {
    try {
      var timeout = Durations.parse(text);
      if (timeout.isPositive()) {
        return timeout;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--timeout: " + e.getMessage());
    }
    throw new UsageException("--timeout: an audit takes longer than '" + text + "'");
  }
}
