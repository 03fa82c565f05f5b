package dev.swarm.coordinator.standby;

import dev.swarm.protocol.CoordinatorBeat;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who else coordinates. Owned by the desk. */
public final class Circle {
  private final String own;
  private final Patience patience;
  private final Map<String, Colleague> colleagues = new TreeMap<>();
  private final Map<String, Integer> silences = new HashMap<>();

  /** Knows nobody at first; {@code own} is our session. */
  public Circle(String own, Patience patience) {
    this.own = own;
    this.patience = patience;
  }

  /** A coordinator beats; our own beat says nothing new. */
  public Optional<Colleague> heard(CoordinatorBeat beat) {
    if (beat.session().equals(own)) {
      return Optional.empty();
    }
    boolean hearsUs = beat.heard().contains(own);
    var before = colleagues.get(beat.session());
    if (before != null && before.hearsUs() && !hearsUs && silence(beat.session()) == 0) {
      return Optional.empty();
    }
    var leading =
        beat.leading().stream()
            .collect(
                Collectors.toMap(
                    CoordinatorBeat.Leading::run, CoordinatorBeat.Leading::epoch, Math::max));
    boolean stands = beat.stands() && beat.protocolVersion() == Wire.VERSION;
    var colleague = new Colleague(beat.session(), beat.coordinator(), stands, hearsUs, leading);
    colleagues.put(colleague.session(), colleague);
    silences.put(colleague.session(), 0);
    return Optional.of(colleague);
  }

  /** Time goes on. */
  public void tick() {
    silences.replaceAll((_, ticks) -> ticks + 1);
    silences.values().removeIf(ticks -> ticks > 10 * patience.standby());
    colleagues.keySet().retainAll(silences.keySet());
  }

  /** Ticks since {@code session} was last heard; very many if it never was. */
  int silence(String session) {
    return silences.getOrDefault(session, Integer.MAX_VALUE);
  }

  Optional<Colleague> colleague(String session) {
    return Optional.ofNullable(colleagues.get(session));
  }

  /** Whether {@code session} stands, and both of us hear each other. */
  boolean standsBy(String session) {
    return colleague(session)
        .filter(colleague -> colleague.stands() && colleague.hearsUs())
        .filter(_ -> silence(session) < patience.standby())
        .isPresent();
  }

  /** Whether {@code session} was heard lately. */
  boolean isHeard(String session) {
    return silence(session) < patience.standby();
  }

  /** Who is asked to stand by: of those who can, the one whose session comes first. */
  Optional<Colleague> standby(Set<String> excluded) {
    return colleagues.values().stream()
        .filter(colleague -> !excluded.contains(colleague.session()))
        .filter(colleague -> standsBy(colleague.session()))
        .findFirst();
  }

  /** The living colleague that leads {@code run}, in the highest epoch. */
  public Optional<Colleague> leader(RunId run) {
    return colleagues.values().stream()
        .filter(colleague -> silence(colleague.session()) < patience.leader())
        .filter(colleague -> colleague.leading().containsKey(run))
        .max((a, b) -> Long.compare(a.leading().get(run), b.leading().get(run)));
  }

  /** Those who stay and were heard lately, by session. */
  public Map<String, Colleague> staying() {
    var staying = new TreeMap<>(colleagues);
    staying.values().removeIf(one -> !one.stands() || silence(one.session()) >= patience.standby());
    return staying;
  }

  /** Sessions that were heard lately. */
  public List<String> heard() {
    return colleagues.keySet().stream()
        .filter(session -> silence(session) < patience.standby())
        .toList();
  }
}
