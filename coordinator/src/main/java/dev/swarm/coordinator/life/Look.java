package dev.swarm.coordinator.life;

import dev.swarm.coordinator.report.peers.Roll;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one run saw, and where it looked.
 *
 * @param at end of the run
 * @param judged where a check came to a verdict, and what is not among the findings is not there
 */
public record Look(RunId run, Instant at, Map<Key, Sighting> found, Set<Place> judged) {
  public Look {
    found = Map.copyOf(found);
    judged = Set.copyOf(judged);
  }

  /** A check on a node. */
  public record Place(String node, CheckId check) {}

  /** The look of a run, from all its events. */
  public static Look of(List<Recorded> events) {
    var gathering = new Gathering();
    events.forEach(gathering::add);
    return gathering.look();
  }

  /** What tools and models said on the way, which is most of a run, is no part of a look. */
  private static final Set<String> ON_THE_WAY =
      Set.of(
          "tool-called",
          "tool-returned",
          "model-asked",
          "model-replied",
          "claim-judged",
          "escalated",
          "subtask-offered",
          "subtask-accepted",
          "subtask-refused");

  /** Whether an event of this kind, by its name on the wire, can have a part in a look. */
  public static boolean concerns(String kind) {
    return !ON_THE_WAY.contains(kind);
  }

  /** Gathers a look, one event at a time, so that nobody has to hold a whole run. */
  public static final class Gathering {
    private final Roll roll = new Roll();
    private final Map<Key, Sighting> found = new HashMap<>();
    private final Set<Place> judged = new HashSet<>();
    private RunId run = new RunId("none");
    private Instant at = Instant.EPOCH;

    /** Takes the next event of the run. */
    public void add(Recorded recorded) {
      run = recorded.run();
      at = recorded.at().isAfter(at) ? recorded.at() : at;
      roll.add(recorded.event());
      if (recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)) {
        done.findings().forEach(this::saw);
        done.coverage().forEach(this::covered);
      }
    }

    /** What came of it. */
    public Look look() {
      var compared = roll.compared();
      compared.findings().forEach(this::saw);
      compared.coverage().forEach(this::covered);
      return new Look(run, at, found, judged);
    }

    private void saw(Finding finding) {
      found.merge(
          new Key(finding.node(), finding.fingerprint()), Sighting.of(finding), Sighting::worse);
    }

    private void covered(Coverage covered) {
      if (judged(covered.state())) {
        judged.add(new Place(covered.node(), covered.check()));
      }
    }

    /** A check that found something else has looked, too; what does not exist has no finding. */
    private static boolean judged(CoverageState state) {
      return switch (state) {
        case OK, FINDING, NOT_APPLICABLE -> true;
        case UNKNOWN, NOT_RUN -> false;
      };
    }
  }
}
