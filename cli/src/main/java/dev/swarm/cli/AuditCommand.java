package dev.swarm.cli;

import dev.swarm.agent.checks.Checks;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.report.ExitCode;
import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.yaml.Durations;
import dev.swarm.tools.yaml.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete, nothing found",
      "1:findings at or above --fail-on",
      "2:usage or configuration",
      "3:incomplete: something could not be looked at",
      "70:a bug of ours",
      "130:interrupted"
    })
final class AuditCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();
  @Mixin private Presentation presentation = new Presentation();

  @Option(
      names = "--areas",
      split = ",",
      paramLabel = "AREA",
      description = "Only these areas, such as storage,services.")
  private List<String> areas = new ArrayList<>();

  @Option(
      names = "--checks",
      split = ",",
      paramLabel = "CHECK",
      description = "Only these checks, such as storage.space.")
  private List<String> checks = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "For the whole audit, such as 30s; default 60s.")
  @Nullable
  private String timeout;

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description = "Audit the machine recorded in this folder instead of this one.")
  @Nullable
  private Path recording;

  @Override
  public Integer call() {
    var settings = common.settings();
    var policy = presentation.policy(settings.failOn());
    try (var opening = new Opening(settings, Optional.ofNullable(recording))) {
      var knowledge = opening.knowledge();
      knowledge.problems().forEach(problem -> presentation.complain("ignored: " + problem));
      var audit = audit(settings, knowledge.checks(), opening.host());
      return audit(opening, audit, policy);
    }
  }

  private int audit(Opening opening, Audit audit, Policy policy) {
    var progress = presentation.progress();
    var store = opening.store();
    try (var station = Station.open(opening.parts())) {
      var run = station.coordinator().run(audit, progress);
      try (var _ = Interruption.of(run::cancel)) {
        var _ = run.ended().await();
      }
      progress.done();
      return report(store, run.id(), policy);
    }
  }

  private int report(RunStore store, RunId run, Policy policy) {
    var report = Merge.merge(store.events(run), ShowCommand.before(store, run));
    presentation.print(report, store.notKept(), policy);
    return ExitCode.of(report, policy).code();
  }

  private Audit audit(Settings settings, Checks known, Host host) {
    var wanted = checks(known);
    var limit = timeout == null ? settings.timeout() : duration(timeout);
    return new Audit(
        List.of(host.name()),
        areas(settings, known, wanted),
        wanted,
        Budget.standard(limit),
        limit,
        "playbook");
  }

  private List<CheckId> checks(Checks known) {
    var ids = known.byId().keySet().stream().map(CheckId::value).toList();
    for (var check : checks) {
      if (!ids.contains(check)) {
        throw new UsageException(
            "there is no check '"
                + check
                + "'"
                + Nearest.hint(check, ids)
                + " (swarm checks lists them)");
      }
    }
    return checks.stream().distinct().map(CheckId::new).toList();
  }

  private List<Area> areas(Settings settings, Checks known, List<CheckId> wanted) {
    var names = areas.isEmpty() ? settings.areas() : areas;
    var all = known.areas().stream().map(Area::value).toList();
    for (var name : names) {
      if (!all.contains(name)) {
        throw new UsageException(
            "there is no area '"
                + name
                + "'"
                + Nearest.hint(name, all)
                + "; there are "
                + String.join(", ", all));
      }
    }
    if (!wanted.isEmpty() && areas.isEmpty()) {
      return known.areas().stream()
          .filter(area -> known.of(area).stream().anyMatch(check -> wanted.contains(check.id())))
          .toList();
    }
    return known.areas().stream()
        .filter(area -> names.isEmpty() || names.contains(area.value()))
        .toList();
  }

  private static Duration duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--timeout: " + e.getMessage());
    }
  }

  /** Options of the report of a run. */
  static Options options(Policy policy, int width, dev.swarm.coordinator.report.Style style) {
    return new Options(width, style, policy, java.time.ZoneId.systemDefault());
  }

  /** The default of {@code --output}. */
  static Format format(String name) {
    for (var format : Format.values()) {
      if (format.id().equals(name)) {
        return format;
      }
    }
    throw new UsageException(
        "--output: there is no format '"
            + name
            + "'; there are "
            + String.join(", ", java.util.Arrays.stream(Format.values()).map(Format::id).toList()));
  }

  /** The severity that {@code --fail-on} names. */
  static Severity failOn(String name) {
    try {
      return SettingsReader.severity(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--fail-on: " + e.getMessage());
    }
  }
}
