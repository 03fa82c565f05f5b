package dev.swarm.coordinator.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has changed, for one destination; this is the generic JSON form.
 *
 * @param schema what this is, and in which version
 * @param id the same whenever this digest is sent again
 * @param at end of the run
 * @param counts how many (node, finding) there are by what happened to them, those not listed
 *     included
 * @param changes the first of them, the gravest first
 * @param notListed how many findings are not listed
 */
record Digest(
    String schema,
    String id,
    String coordinator,
    RunId run,
    Instant at,
    Map<Happening, Integer> counts,
    List<Change> changes,
    int notListed) {
  static final String SCHEMA = "swarm.notice/1";

  Digest {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    changes = List.copyOf(changes);
  }

  /**
   * One finding, on each node where the same happened to it.
   *
   * @param nodes the first of them by name
   * @param nodesNotListed how many more there are
   */
  record Change(
      Happening change,
      Severity severity,
      String title,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CheckId> check,
      Area area,
      Fingerprint fingerprint,
      String subject,
      Instant firstSeen,
      List<String> nodes,
      int nodesNotListed) {
    Change {
      nodes = List.copyOf(nodes);
    }
  }
}
