package dev.swarm.router.exchange;

import java.util.List;
import java.util.stream.Stream;

/** All of them; each is told by what goes over the wire. */
final class Misbehaviours {
  private Misbehaviours() {}

  static List<Misbehaviour> all() {
    return Stream.of(
            Dawdling.slow(),
            untimed(Flooding.huge()),
            untimed(Breaking.broken()),
            untimed(Straying.odd()),
            Straying.refusing(),
            Straying.secured())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Misbehaviour> untimed(List<Misbehaviour> all) {
    return all.stream().map(Misbehaviour::whateverTheTime).toList();
  }
}
