package dev.swarm.coordinator.life;

import dev.swarm.protocol.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators said, and what of it counts at a time. Immutable; any thread. */
public final class Judgements {
  /** Nobody said anything. */
  public static final Judgements NONE = new Judgements(List.of());

  private final Map<Key, List<Judgement>> said = new HashMap<>();

  /** In the order in which it was said. */
  public Judgements(List<Judged> all) {
    for (var one : all) {
      said.computeIfAbsent(new Key(one.node(), one.fingerprint()), _ -> new ArrayList<>())
          .add(one.judgement());
    }
  }

  /**
   * The last thing that was said of a finding until {@code time}, unless it was taken back: for a
   * report, which tells what counted when its run ended, whenever it is told.
   */
  public Optional<Judgement> of(String node, Fingerprint fingerprint, Instant time) {
    return said.getOrDefault(new Key(node, fingerprint), List.of()).stream()
        .filter(judgement -> !judgement.at().isAfter(time))
        .reduce((_, later) -> later)
        .filter(judgement -> !(judgement instanceof Judgement.Withdrawn));
  }

  /** The acceptance that holds at {@code time}. */
  public Optional<Judgement.Accepted> accepted(String node, Fingerprint print, Instant time) {
    return of(node, print, time)
        .flatMap(last ->
            last instanceof Judgement.Accepted accepted && accepted.holds(time)
                ? Optional.of(accepted)
                : Optional.empty());
  }

  /** The life of {@code tale} with what counts of what was said. */
  public Life life(Tale tale) {
    var life = tale.life();
    return life.judged(
        of(life.node(), life.fingerprint(), Instant.MAX).filter(last -> !lapsed(last, tale)));
  }

  /** What somebody was on is done: if it comes back, somebody has to see it again. */
  private static boolean lapsed(Judgement last, Tale tale) {
    return last instanceof Judgement.Acknowledged
        && tale.mended().filter(fixed -> !fixed.isBefore(last.at())).isPresent();
  }
}
