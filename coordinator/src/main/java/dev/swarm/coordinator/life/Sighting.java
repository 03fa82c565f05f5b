package dev.swarm.coordinator.life;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import java.util.Optional;

/** A finding as one run saw it, without its proof. */
public record Sighting(
    String node,
    Fingerprint fingerprint,
    Optional<CheckId> check,
    Area area,
    String subject,
    Severity severity,
    String title,
    String mind) {

  static Sighting of(Finding finding) {
    var weighed = finding.weighed();
    return new Sighting(
        weighed.node(),
        weighed.fingerprint(),
        weighed.check(),
        weighed.area(),
        weighed.subject(),
        weighed.severity(),
        weighed.title(),
        weighed.mind());
  }

  /** Two subjects may share a fingerprint, such as two processes of one name: the worse counts. */
  Sighting worse(Sighting other) {
    return other.severity.compareTo(severity) > 0 ? other : this;
  }
}
