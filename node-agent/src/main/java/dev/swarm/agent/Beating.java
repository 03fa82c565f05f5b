package dev.swarm.agent;

import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows that the agent is alive, and to whom it listens. On the desk only. */
final class Beating {
  private static final Duration HEARD = Duration.ofMinutes(5);

  private final Door door;
  private final Desk desk;
  private final Pulse pulse;
  private final Vitals vitals;
  private final InstantSource steady;
  private final Map<String, Hearer> heard = new LinkedHashMap<>();
  private Desk.Cancellable next = () -> {};

  /** What a beat tells. */
  interface Vitals {
    NodeHello hello();

    /** What is worked now. */
    Hand hand();

    int kept();

    /** Of this moment; negative where it is not known. */
    double load();

    Map<String, Integer> refused();

    List<String> strangers();
  }

  Beating(Door door, Desk desk, Pulse pulse, Vitals vitals, InstantSource steady) {
    this.door = door;
    this.desk = desk;
    this.pulse = pulse;
    this.vitals = vitals;
    this.steady = steady;
  }

  private record Hearer(Instant spoke, Tempo tempo) {}

  /** A coordinator spoke to us: our beats are signs of life to it. */
  void hear(String session) {
    var before = Optional.ofNullable(heard.get(session));
    hear(session, before.map(Hearer::tempo).orElse(Tempo.STANDARD));
  }

  /** A coordinator called the roll, and said how often it wants to hear of us. */
  void hear(String session, Tempo tempo) {
    heard.put(session, new Hearer(steady.instant(), tempo));
  }

  /** As often as any of those who hear us wants it. */
  Tempo tempo() {
    return heard.values().stream().map(Hearer::tempo).reduce(Tempo::and).orElse(Tempo.STANDARD);
  }

  /** Beats now, and again and again from now. */
  void beat() {
    beat(vitals.hello().capacity());
    next.cancel();
    next = desk.after(tempo().beat(), this::beat);
  }

  /** The last one. */
  void end() {
    next.cancel();
    next = () -> {};
    beat(0);
  }

  private void beat(int capacity) {
    heard.values().removeIf(one -> one.spoke().plus(HEARD).isBefore(steady.instant()));
    var hello = vitals.hello();
    door.publish(
        Verb.BEAT,
        To.beats(),
        new Beat(
            hello.node(),
            pulse.instance(),
            pulse.next(),
            List.copyOf(heard.keySet()),
            vitals.hand().size(),
            capacity,
            vitals.load(),
            vitals.hand().attempts(),
            vitals.kept(),
            vitals.refused(),
            vitals.strangers()));
  }
}
