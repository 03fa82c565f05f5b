package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.schedule.Schedule;
import dev.swarm.coordinator.schedule.Scope;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is asked when a schedule falls due: the same as {@code swarm audit} with those options.
 *
 * @param only the one node there is; empty in a fleet
 * @param mind who thinks, by name; never waited for
 */
record ScheduledAudits(
    Settings settings, Checks known, Optional<String> only, Supplier<String> mind)
    implements Function<Schedule, Audit> {

  /**
   * Those of {@code settings}, all of which can be asked.
   *
   * @throws UsageException naming an area or a check that does not exist, or a node where there is
   *     but one
   */
  static ScheduledAudits of(
      Settings settings, Checks known, Optional<String> only, Supplier<String> mind) {
    var audits = new ScheduledAudits(settings, known, only, mind);
    settings.schedules().forEach(audits::check);
    return audits;
  }

  private void check(Schedule schedule) {
    var areas = known.areas().stream().map(Area::value).toList();
    var checks = known.byId().keySet().stream().map(CheckId::value).toList();
    var there = "there are " + String.join(", ", areas);
    var scope = schedule.scope();
    scope.areas().forEach(area -> Choice.require("area", area.value(), areas, there));
    scope
        .checks()
        .forEach(
            check -> Choice.require("check", check.value(), checks, "swarm checks lists them"));
    if (areas(scope).isEmpty()) {
      throw new UsageException(
          schedule.by() + ": none of its checks belongs to one of its areas; leave areas out");
    }
    if (only.isPresent()
        && (!scope.target().equals(Target.everybody()) || scope.limit().isPresent())) {
      throw new UsageException(
          schedule.by()
              + ": this machine belongs to no fleet, so there are no nodes to choose from; leave"
              + " nodes, labels and limit out");
    }
  }

  @Override
  public Audit apply(Schedule schedule) {
    var scope = schedule.scope();
    boolean thinks = !settings.routers().isEmpty();
    var limit = TimeLimit.of(null, settings);
    return new Audit(
        only.<Target>map(node -> new Target.Named(List.of(node))).orElse(scope.target()),
        scope.limit(),
        areas(scope),
        scope.checks(),
        thinks ? limit.budget() : unthinking(limit.budget()),
        limit.whole(),
        mind.get(),
        List.copyOf(known.byId().keySet()),
        known.byPlatform(),
        Optional.empty());
  }

  /** Nodes may have models of their own; without a token they leave them alone. */
  private static Budget unthinking(Budget budget) {
    return new Budget(budget.turns(), budget.toolCalls(), 0, budget.time(), budget.outputBytes());
  }

  private List<Area> areas(Scope scope) {
    var usual = settings.areas().stream().map(Area::new).toList();
    var named = scope.areas().isEmpty() && scope.checks().isEmpty() ? usual : scope.areas();
    return known.areas().stream()
        .filter(area -> named.isEmpty() || named.contains(area))
        .filter(area -> scope.checks().isEmpty() || holdsAny(known.of(area), scope.checks()))
        .toList();
  }

  private static boolean holdsAny(List<Check> checks, List<CheckId> wanted) {
    return checks.stream().anyMatch(check -> wanted.contains(check.id()));
  }
}
