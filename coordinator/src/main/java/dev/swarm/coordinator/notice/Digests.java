package dev.swarm.coordinator.notice;

import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes digests of what happened to findings. */
final class Digests {
  private static final int CHANGES = 50;
  private static final int NODES = 20;
  private static final int LETTERS = 200;

  private final String coordinator;
  private final Map<Key, Life> lives;

  private record Key(String node, Fingerprint fingerprint) {}

  /** One line: the same happened to the same finding. */
  private record Line(Happening what, Fingerprint fingerprint) {}

  private record Seen(Turn turn, Happening what, Life life) {}

  Digests(String coordinator, List<Life> lives) {
    this.coordinator = coordinator;
    this.lives =
        lives.stream()
            .collect(
                Collectors.toMap(
                    life -> new Key(life.node(), life.fingerprint()), Function.identity()));
  }

  /**
   * What {@code to} is told of {@code turns}, all of one run; empty where that is nothing. What is
   * accepted or swings is not told.
   */
  Optional<Digest> of(RunId run, Instant at, List<Turn> turns, Destination to) {
    var seen = turns.stream().flatMap(turn -> told(turn, to).stream()).toList();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    var counts = new EnumMap<Happening, Integer>(Happening.class);
    seen.forEach(one -> counts.merge(one.what(), 1, Integer::sum));
    var changes = changes(seen);
    return Optional.of(
        new Digest(
            Digest.SCHEMA,
            to.name() + "/" + run,
            coordinator,
            run,
            at,
            counts,
            changes.stream().limit(CHANGES).toList(),
            Math.max(0, changes.size() - CHANGES)));
  }

  private Optional<Seen> told(Turn turn, Destination to) {
    return Happening.of(turn.kind())
        .filter(to.events()::contains)
        .filter(_ -> turn.severity().compareTo(to.atLeast()) >= 0)
        .flatMap(what ->
            Optional.ofNullable(lives.get(new Key(turn.node(), turn.fingerprint())))
                .filter(life -> !life.swinging() && !life.accepted(turn.at()))
                .map(life -> new Seen(turn, what, life)));
  }

  private static List<Digest.Change> changes(List<Seen> seen) {
    var lines = new LinkedHashMap<Line, List<Seen>>();
    for (var one : seen) {
      boolean _ =
          lines
              .computeIfAbsent(
                  new Line(one.what(), one.turn().fingerprint()), _ -> new ArrayList<>())
              .add(one);
    }
    return lines.values().stream()
        .map(Digests::change)
        .sorted(
            Comparator.comparing(Digest.Change::severity)
                .reversed()
                .thenComparing(Digest.Change::change)
                .thenComparing(Digest.Change::title))
        .toList();
  }

  private static Digest.Change change(List<Seen> on) {
    var worst = on.stream().max(Comparator.comparing(one -> one.turn().severity())).orElseThrow();
    var life = worst.life();
    var nodes = on.stream().map(one -> one.turn().node()).distinct().sorted().toList();
    return new Digest.Change(
        worst.what(),
        worst.turn().severity(),
        shortened(life.title()),
        life.check(),
        life.area(),
        life.fingerprint(),
        shortened(life.subject()),
        on.stream().map(one -> one.life().firstSeen()).min(Instant::compareTo).orElseThrow(),
        nodes.stream().limit(NODES).toList(),
        Math.max(0, nodes.size() - NODES));
  }

  private static String shortened(String text) {
    return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
  }
}
