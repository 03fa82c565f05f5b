package dev.swarm.cli;

import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * What a command has heard of its run.
 *
 * @param cut why it was followed no further; empty if it has ended, or we led it
 * @param bug what went wrong in us
 */
record Heard(List<Recorded> events, Optional<Cut> cut, Optional<Throwable> bug) {
  Heard {
    events = List.copyOf(events);
  }

  /** Why a run that a coordinator leads for us was followed no further. */
  enum Cut {
    /** Whoever led it is silent, and nobody else has gone on with it. */
    GONE(
        Exit.INCOMPLETE,
        "the coordinator that led the run is gone, and nobody goes on with it: this is what is"
            + " known. Start swarm serve again where it ran; it goes on by itself, and swarm runs"
            + " and swarm show tell the rest there"),
    /** Somebody stopped us while it was silent, which may mean nothing. */
    LEFT(
        Exit.INTERRUPTED,
        "could not stop the run: the coordinator that leads it does not answer just now. This is"
            + " what is known; if it goes on, swarm runs and swarm show tell the rest there");

    private final Exit exit;
    private final String words;

    Cut(Exit exit, String words) {
      this.exit = exit;
      this.words = words;
    }

    Exit exit() {
      return exit;
    }

    String words() {
      return words;
    }
  }

  /** Of a run that has ended. */
  static Heard whole(List<Recorded> events) {
    return new Heard(events, Optional.empty(), Optional.empty());
  }

  /** Of a run of which no more is heard. */
  static Heard until(Cut cut, List<Recorded> events) {
    return new Heard(events, Optional.of(cut), Optional.empty());
  }
}
