package dev.swarm.coordinator;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between an audit and what the first two events of its run say of it. */
final class Terms {
  private Terms() {}

  /** What whoever goes on with it has to know; empty where nobody could. */
  static Optional<FleetEvent> of(Audit audit, Tenure tenure) {
    return switch (tenure) {
      case LOCAL -> Optional.empty();
      case RESIDENT ->
          Optional.of(
              new FleetEvent.LocalTermsSet(
                  audit.budget(), audit.deadline(), audit.known(), audit.question()));
      case PASSING, STANDING -> Optional.of(of(audit));
    };
  }

  private static FleetEvent of(Audit audit) {
    var labels =
        audit.target() instanceof Target.Matching matching
            ? matching.labels()
            : Map.<String, String>of();
    return new FleetEvent.TermsSet(
        audit.target() instanceof Target.Matching,
        labels,
        audit.limit().map(Limit::text).orElse(""),
        audit.budget(),
        audit.deadline(),
        audit.known(),
        audit.byPlatform(),
        audit.question());
  }

  /** Whether a run that begins like this is of a fleet. */
  static boolean ofFleet(List<Recorded> events) {
    return events.size() > 1 && events.get(1).event() instanceof FleetEvent.TermsSet;
  }

  /** Whether a coordinator of one machine can go on with a run that begins like this. */
  static boolean ofResident(List<Recorded> events) {
    return events.size() > 1 && events.get(1).event() instanceof FleetEvent.LocalTermsSet;
  }

  /**
   * The audit that was asked for; empty if the run is not of the kind that {@code tenure} leads.
   */
  static Optional<Audit> audit(List<Recorded> events, Tenure tenure) {
    if (events.size() < 2 || !(events.getFirst().event() instanceof Event.RunStarted started)) {
      return Optional.empty();
    }
    return switch (events.get(1).event()) {
      case FleetEvent.TermsSet terms when tenure == Tenure.STANDING ->
          Optional.of(audit(started, terms));
      case FleetEvent.LocalTermsSet terms when tenure == Tenure.RESIDENT ->
          Optional.of(audit(started, terms));
      default -> Optional.empty();
    };
  }

  private static Audit audit(Event.RunStarted started, FleetEvent.LocalTermsSet terms) {
    return new Audit(
        started.nodes(),
        started.areas(),
        started.checks(),
        terms.budget(),
        terms.deadline(),
        started.mind(),
        terms.known(),
        terms.question());
  }

  private static Audit audit(Event.RunStarted started, FleetEvent.TermsSet terms) {
    return new Audit(
        terms.open() ? new Target.Matching(terms.labels()) : new Target.Named(started.nodes()),
        Optional.of(terms.limit()).filter(text -> !text.isEmpty()).map(Limit::new),
        started.areas(),
        started.checks(),
        terms.budget(),
        terms.deadline(),
        started.mind(),
        terms.known(),
        terms.byPlatform(),
        terms.question());
  }
}
