package dev.swarm.agent;

import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows that the agent is alive, and to whom it listens. On the desk only. */
final class Beating {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration HEARD = Duration.ofMinutes(5);

  private final Door door;
  private final Desk desk;
  private final Pulse pulse;
  private final Vitals vitals;
  private final InstantSource steady;
  private final Map<String, Instant> heard = new LinkedHashMap<>();
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

  /** A coordinator spoke to us: our beats are signs of life to it. */
  void hear(String session) {
    heard.put(session, steady.instant());
  }

  /** Beats now, and every two seconds from now. */
  void beat() {
    beat(vitals.hello().capacity());
    next.cancel();
    next = desk.after(EVERY, this::beat);
  }

  /** The last one. */
  void end() {
    next.cancel();
    next = () -> {};
    beat(0);
  }

  private void beat(int capacity) {
    heard.values().removeIf(at -> at.plus(HEARD).isBefore(steady.instant()));
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
