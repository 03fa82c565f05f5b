package dev.swarm.coordinator;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import java.util.Map;
import java.util.Optional;

/** Between an audit and what the first two events of its run say of it. */
final class Terms {
  private Terms() {}

  static FleetEvent.TermsSet of(Audit audit) {
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

  /** The audit that was asked for. */
  static Audit audit(Event.RunStarted started, FleetEvent.TermsSet terms) {
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
