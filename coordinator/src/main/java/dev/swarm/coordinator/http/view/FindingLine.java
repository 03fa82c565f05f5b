package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A finding over all nodes and time.
 *
 * @param severity of the worst node where it is open, else of the worst
 * @param nodes that ever had it
 * @param open those that have it
 * @param life of the node that needs a look most
 * @param occurrences of the first {@value #MOST} nodes, those first that need a look most
 */
public record FindingLine(
    String fingerprint,
    Optional<String> check,
    String area,
    Severity severity,
    String title,
    int nodes,
    int open,
    Instant firstSeen,
    Instant lastSeen,
    LifeWord life,
    Optional<Judgement> judgement,
    List<LifeLine> occurrences) {
  static final int MOST = 20;
  private static final Comparator<LifeLine> URGENT =
      Comparator.comparing(LifeLine::life)
          .thenComparing((LifeLine line) -> line.of().severity(), Comparator.reverseOrder())
          .thenComparing(line -> line.of().node());

  public FindingLine {
    occurrences = List.copyOf(occurrences);
  }

  /** Of lives that share a fingerprint; at least one. */
  static FindingLine of(List<Life> lives, Instant time) {
    var lines = lives.stream().map(life -> LifeLine.at(time, life)).sorted(URGENT).toList();
    var open = lives.stream().filter(life -> life.state() == Life.State.OPEN).toList();
    var telling = open.isEmpty() ? lives : open;
    var worst = telling.stream().max(Comparator.comparing(Life::severity)).orElseThrow();
    var first = lines.getFirst();
    return new FindingLine(
        worst.fingerprint().value(),
        worst.check().map(Object::toString),
        worst.area().value(),
        worst.severity(),
        worst.title(),
        lives.size(),
        open.size(),
        lives.stream().map(Life::firstSeen).min(Comparator.naturalOrder()).orElseThrow(),
        lives.stream().map(Life::lastSeen).max(Comparator.naturalOrder()).orElseThrow(),
        first.life(),
        first.of().judgement(),
        lines.stream().limit(MOST).toList());
  }
}
