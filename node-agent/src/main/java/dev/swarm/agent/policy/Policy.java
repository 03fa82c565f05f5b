package dev.swarm.agent.policy;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Subtask;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The node's own word on what it does for others, from its own file; no message changes it. Which
 * tools it never runs is said elsewhere, by {@link dev.swarm.tools.Guard}.
 *
 * @param commands whether it works for anybody at all; it says hello and beats in any case
 * @param coordinators names of the coordinators it listens to; empty means every coordinator of its
 *     fleet
 * @param areas what it may be audited for; empty means everything
 * @param questions whether it takes free questions
 * @param limits of one subtask; a larger budget is cut down to them
 * @param subtasksAnHour begun within any hour
 * @param reach whether it tries, when asked, if a neighbour's port can be reached
 */
public record Policy(
    boolean commands,
    Set<String> coordinators,
    Set<Area> areas,
    boolean questions,
    Limits limits,
    int subtasksAnHour,
    boolean reach) {
  /** What holds where the node's file says nothing: everything that its fleet's keys allow. */
  public static final Policy STANDARD =
      new Policy(true, Set.of(), Set.of(), true, Limits.NONE, Integer.MAX_VALUE, true);

  public Policy {
    coordinators = Set.copyOf(coordinators);
    areas = Set.copyOf(areas);
    if (subtasksAnHour < 0) {
      throw new IllegalArgumentException("nobody begins fewer than no subtasks an hour");
    }
  }

  /** Why it does not listen to the coordinator of this name; empty if it does. */
  public Optional<String> silenceTo(String coordinator) {
    return coordinators.isEmpty() || coordinators.contains(coordinator)
        ? Optional.empty()
        : Optional.of(
            "this node's policy.coordinators names "
                + sorted(coordinators)
                + ", and not "
                + coordinator);
  }

  /** Why it will not work this; empty if it will. */
  public Optional<String> refusal(Subtask subtask) {
    if (!commands) {
      return Optional.of("this node's policy.commands says that it works for nobody");
    }
    if (subtask.question().isPresent()) {
      return questions
          ? Optional.empty()
          : Optional.of("this node's policy.questions says that it takes none");
    }
    return areas.isEmpty() || areas.contains(subtask.area())
        ? Optional.empty()
        : Optional.of(
            "this node's policy.areas names "
                + sorted(areas.stream().map(Area::value).collect(Collectors.toSet()))
                + ", and not "
                + subtask.area());
  }

  /** What is left of {@code asked} within the limits. */
  public Limits.Cut cut(Budget asked) {
    return limits.of(asked);
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}
