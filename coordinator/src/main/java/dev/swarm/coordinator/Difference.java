package dev.swarm.coordinator;

import dev.swarm.coordinator.report.peers.Roll;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of findings between two runs, per node and fingerprint: first those of the later run,
 * in its order, then those that only the earlier one has.
 */
public record Difference(List<Change> changes) {
  public Difference {
    changes = List.copyOf(changes);
  }

  /** A finding, as the later of the runs that have it tells it, and its life. */
  public record Change(Finding finding, Life life) {}

  /** What became of a finding. */
  public enum Life {
    /** There now; its check, or a model, looked before and did not see it. */
    NEW,
    /** There now; its check could not look, or neither it nor a model was asked, before. */
    REVEALED,
    /** There before and now. */
    STILL_THERE,
    /** There before; its check has looked again and does not see it. */
    FIXED,
    /** There before; no check has looked this time, so nobody knows. A model's silence is none. */
    NOT_LOOKED_AT
  }

  /** Compares two runs by their events. */
  public static Difference between(List<Recorded> before, List<Recorded> now) {
    var earlier = Sight.of(before);
    var later = Sight.of(now);
    var changes = new ArrayList<Change>();
    later.findings.forEach((key, finding) ->
        changes.add(new Change(finding, earlier.lifeOfWhatIsThere(key, finding))));
    earlier.findings.forEach((key, finding) -> {
      if (!later.findings.containsKey(key)) {
        var fixed = later.lookedFor(finding);
        changes.add(new Change(finding, fixed ? Life.FIXED : Life.NOT_LOOKED_AT));
      }
    });
    return new Difference(changes);
  }

  /** The findings that lived so. */
  public List<Finding> of(Life life) {
    return changes.stream().filter(change -> change.life() == life).map(Change::finding).toList();
  }

  private record Key(String node, Fingerprint fingerprint) {}

  private record Place(String node, CheckId check) {}

  private record Spot(String node, Area area) {}

  /** What one run saw, and where it looked. */
  private static final class Sight {
    private final Map<Key, Finding> findings = new LinkedHashMap<>();
    private final Map<Place, CoverageState> coverage = new LinkedHashMap<>();
    private final Set<Spot> thought = new HashSet<>();

    static Sight of(List<Recorded> run) {
      var sight = new Sight();
      var roll = new Roll();
      for (var recorded : run) {
        roll.add(recorded.event());
        if (recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)) {
          done.findings().forEach(sight::saw);
          done.coverage().forEach(sight::covered);
          sight.thought(done);
        }
      }
      var compared = roll.compared();
      compared.findings().forEach(sight::saw);
      compared.coverage().forEach(sight::covered);
      return sight;
    }

    private void saw(Finding finding) {
      findings.put(new Key(finding.node(), finding.fingerprint()), finding.weighed());
    }

    /** A model that has looked to the end has seen a place; its coverage names that place. */
    private void thought(Outcome.Completed done) {
      var told = done.thinking();
      boolean replied = told.shares().stream().anyMatch(share -> share.turns() > 0);
      if (replied && told.lacking().isEmpty()) {
        done.coverage().forEach(cover -> thought.add(new Spot(cover.node(), cover.area())));
      }
    }

    private void covered(Coverage covered) {
      coverage.put(new Place(covered.node(), covered.check()), covered.state());
    }

    private Life lifeOfWhatIsThere(Key key, Finding finding) {
      if (findings.containsKey(key)) {
        return Life.STILL_THERE;
      }
      return lookedFor(finding) || thoughtOf(finding) ? Life.NEW : Life.REVEALED;
    }

    /** Whether this run judged the finding's check on its node; a claim without one never is. */
    private boolean lookedFor(Finding finding) {
      return finding
          .check()
          .map(check -> new Place(finding.node(), check))
          .flatMap(place -> Optional.ofNullable(coverage.get(place)))
          .filter(Sight::judged)
          .isPresent();
    }

    private boolean thoughtOf(Finding finding) {
      return finding.check().isEmpty()
          && thought.contains(new Spot(finding.node(), finding.area()));
    }

    /** A check that found something else has looked, too. */
    private static boolean judged(CoverageState state) {
      return switch (state) {
        case OK, FINDING, NOT_APPLICABLE -> true;
        case UNKNOWN, NOT_RUN -> false;
      };
    }
  }
}
