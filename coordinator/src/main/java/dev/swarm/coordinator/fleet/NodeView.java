package dev.swarm.coordinator.fleet;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.NodeHello;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node, as a coordinator sees it now.
 *
 * @param detail why it is in this state, in words; empty if it is well
 * @param hello as it last introduced itself
 * @param load its load average over a minute; negative where it is not known
 * @param busy subtasks in hand, of whichever run
 * @param capacity subtasks worked at once; zero while it leaves
 * @param running what is being worked
 * @param kept outcomes on its disk that nobody has acknowledged yet
 * @param refused messages it turned away since its start, by reason
 * @param strangers members of the cluster that it saw without a valid claim
 * @param clock its wall clock minus ours, as far as it was compared
 * @param uncertainty of {@code clock}
 */
public record NodeView(
    String node,
    State state,
    String detail,
    Optional<NodeHello> hello,
    double load,
    int busy,
    int capacity,
    List<Attempt> running,
    int kept,
    Map<String, Integer> refused,
    List<String> strangers,
    Optional<Duration> clock,
    Duration uncertainty) {
  /** Where a node stands. */
  public enum State {
    /** It is expected, and was never heard. */
    EXPECTED,
    /** It answers. */
    PRESENT,
    /** It has not been heard for too long and did not answer. */
    SUSPECTED,
    /** It is given up, until it is heard again. */
    LOST,
    /** It takes nothing any more and ends what it has. */
    LEAVING,
    /** It speaks another protocol than we do. */
    INCOMPATIBLE,
    /** It answers, and says that it does not take commands of ours. */
    REFUSING
  }

  public NodeView {
    running = List.copyOf(running);
    refused = Map.copyOf(refused);
    strangers = List.copyOf(strangers);
  }
}
