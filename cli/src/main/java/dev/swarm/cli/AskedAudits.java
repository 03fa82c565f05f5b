package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Limit;
import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.http.Audits;
import dev.swarm.coordinator.http.Wish;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked over HTTP: the same as {@code swarm audit} and {@code swarm ask} with those
 * options.
 *
 * @param only the one node there is; empty in a fleet
 * @param mind who thinks, by name; never waited for
 */
record AskedAudits(Settings settings, Checks known, Optional<String> only, Supplier<String> mind)
    implements Audits {
  private static final int LONGEST_QUESTION = 1_000;

  @Override
  public List<String> areas() {
    return known.areas().stream().map(Area::value).toList();
  }

  @Override
  public List<String> checks() {
    return known.byId().keySet().stream().map(CheckId::value).toList();
  }

  @Override
  public Audit of(Wish wish) {
    return wish.question().map(text -> question(wish, text)).orElseGet(() -> audit(wish));
  }

  private Audit audit(Wish wish) {
    boolean thinks = !settings.routers().isEmpty();
    var limit = TimeLimit.of(null, settings);
    return new Audit(
        target(wish),
        limit(wish),
        chosen(wish),
        checks(wish),
        thinks ? limit.budget() : unthinking(limit.budget()),
        limit.whole(),
        mind.get(),
        List.copyOf(known.byId().keySet()),
        known.byPlatform(),
        Optional.empty());
  }

  private Audit question(Wish wish, String text) {
    var words = text.strip().replaceAll("\\s+", " ");
    if (words.isEmpty() || words.length() > LONGEST_QUESTION) {
      throw new IllegalArgumentException("a question has 1 to " + LONGEST_QUESTION + " characters");
    }
    if (only.isPresent() && settings.routers().isEmpty()) {
      throw new IllegalArgumentException(
          "no model is known that could answer: name a router under 'routers' in swarm.yaml");
    }
    var limit = TimeLimit.thinking(null, settings);
    var checks =
        chosen(wish).stream()
            .flatMap(area -> known.of(area).stream())
            .map(Check::id)
            .filter(id -> checks(wish).isEmpty() || checks(wish).contains(id))
            .toList();
    return new Audit(
        target(wish),
        limit(wish),
        List.of(Area.QUESTION),
        checks,
        AskCommand.broad(limit.budget()),
        limit.whole(),
        mind.get(),
        checks,
        Optional.of(words));
  }

  private Target target(Wish wish) {
    var nodes = wish.nodes().orElse(List.of());
    var labels = wish.labels().orElse(Map.of());
    if (only.isPresent()) {
      if (!labels.isEmpty() || nodes.stream().anyMatch(node -> !node.equals(only.get()))) {
        throw new IllegalArgumentException(
            "this coordinator audits " + only.get() + " alone; leave nodes and labels out");
      }
      return new Target.Named(List.of(only.get()));
    }
    if (!nodes.isEmpty() && !labels.isEmpty()) {
      throw new IllegalArgumentException("nodes and labels: choose by one of them");
    }
    return nodes.isEmpty()
        ? new Target.Matching(labels)
        : new Target.Named(nodes.stream().distinct().toList());
  }

  private Optional<Limit> limit(Wish wish) {
    if (only.isPresent() && wish.limit().isPresent()) {
      throw new IllegalArgumentException("there is one node; leave limit out");
    }
    return wish.limit().map(Limit::new);
  }

  private static List<CheckId> checks(Wish wish) {
    return wish.checks().orElse(List.of()).stream().distinct().map(CheckId::new).toList();
  }

  private List<Area> chosen(Wish wish) {
    var asked = wish.areas().orElse(List.of());
    var checks = checks(wish);
    var named = asked.isEmpty() && checks.isEmpty() ? settings.areas() : asked;
    var areas =
        known.areas().stream()
            .filter(area -> named.isEmpty() || named.contains(area.value()))
            .filter(area -> checks.isEmpty() || holdsAny(known.of(area), checks))
            .toList();
    if (areas.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the checks belongs to one of the areas; leave areas out");
    }
    return areas;
  }

  private static boolean holdsAny(List<Check> checks, List<CheckId> wanted) {
    return checks.stream().anyMatch(check -> wanted.contains(check.id()));
  }

  /** Nodes may have models of their own; without a token they leave them alone. */
  private static Budget unthinking(Budget budget) {
    return new Budget(budget.turns(), budget.toolCalls(), 0, budget.time(), budget.outputBytes());
  }
}
