package dev.swarm.router.scripted;

import java.util.Arrays;

/** Connections that break, dry up or drip. */
final class Plays {
  private Plays() {}

  static void reset(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
    wire.reset();
  }

  static void closed(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
    wire.close();
  }

  static void stall(RawWire wire, Answer answer, Faulting how) {
    wire.send(begin(answer, how));
  }

  private static byte[] begin(Answer answer, Faulting how) {
    byte[] bytes = answer.bytes();
    return Arrays.copyOf(bytes, Math.min(bytes.length, how.at()));
  }
}
