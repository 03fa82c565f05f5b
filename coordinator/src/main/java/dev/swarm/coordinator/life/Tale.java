package dev.swarm.coordinator.life;

import java.time.Instant;
import java.util.Optional;

/**
 * A life and what decides how it goes on; a judgement is no part of it.
 *
 * @param looks the last looks, as marks
 * @param mended when it was last found fixed, however it went on
 */
public record Tale(Life life, String looks, Optional<Instant> mended) {

  /** Whose it is. */
  public Key key() {
    return new Key(life.node(), life.fingerprint());
  }

  /** Whether a look has anything to say of it. */
  boolean concerns(Look look) {
    return life.check()
        .filter(check -> look.judged().contains(new Look.Place(life.node(), check)))
        .isPresent();
  }

  static Tale begun(Sighting seen, Look look) {
    return new Tale(life(seen, look, look, 1, false, false), "1", Optional.empty());
  }

  /** It is there. */
  Tale seen(Sighting seen, Look look) {
    var marks = new Looks(looks).then(true);
    boolean returned = life.returned() || life.state() == Life.State.FIXED;
    var now = life(seen, look, look, life.times() + 1, returned, marks.swings(life.swinging()));
    return new Tale(since(now), marks.marks(), mended);
  }

  /** It was looked for, and is not there. */
  Tale missed(Look look) {
    var marks = new Looks(looks).then(false);
    boolean swings = marks.swings(life.swinging());
    boolean fixed = life.state() == Life.State.OPEN && marks.settled(swings);
    var at = fixed ? Optional.of(look.at()) : life.fixedAt();
    return new Tale(
        with(at.isPresent() ? Life.State.FIXED : Life.State.OPEN, at, swings),
        marks.marks(),
        fixed ? at : mended);
  }

  private Life since(Life now) {
    return new Life(
        now.node(),
        now.fingerprint(),
        now.check(),
        now.area(),
        now.subject(),
        now.severity(),
        now.title(),
        now.mind(),
        now.state(),
        now.returned(),
        now.swinging(),
        life.firstSeen(),
        life.firstRun(),
        now.lastSeen(),
        now.lastRun(),
        now.fixedAt(),
        now.times(),
        Optional.empty());
  }

  private Life with(Life.State state, Optional<Instant> fixedAt, boolean swinging) {
    return new Life(
        life.node(),
        life.fingerprint(),
        life.check(),
        life.area(),
        life.subject(),
        life.severity(),
        life.title(),
        life.mind(),
        state,
        life.returned(),
        swinging,
        life.firstSeen(),
        life.firstRun(),
        life.lastSeen(),
        life.lastRun(),
        fixedAt,
        life.times(),
        Optional.empty());
  }

  private static Life life(
      Sighting seen, Look first, Look last, int times, boolean returned, boolean swinging) {
    return new Life(
        seen.node(),
        seen.fingerprint(),
        seen.check(),
        seen.area(),
        seen.subject(),
        seen.severity(),
        seen.title(),
        seen.mind(),
        Life.State.OPEN,
        returned,
        swinging,
        first.at(),
        first.run(),
        last.at(),
        last.run(),
        Optional.empty(),
        times,
        Optional.empty());
  }
}
