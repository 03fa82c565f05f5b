package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import java.time.Instant;

/** Which findings somebody wants to see, by what became of them. */
enum Lived {
  OPEN,
  FIXED,
  BACK,
  SWINGING,
  ACCEPTED,
  ACKNOWLEDGED,
  /** As a single word it would be the command. */
  CALLED_WRONG,
  ALL;

  /** Whether {@code life} is such a one at {@code now}. */
  boolean fits(Life life, Instant now) {
    boolean open = life.state() == Life.State.OPEN;
    return switch (this) {
      case OPEN -> open;
      case FIXED -> !open;
      case BACK -> open && life.returned();
      case SWINGING -> open && life.swinging();
      case ACCEPTED -> open && life.accepted(now);
      case ACKNOWLEDGED -> open && said(life, Judgement.Acknowledged.class);
      case CALLED_WRONG -> said(life, Judgement.Wrong.class);
      case ALL -> true;
    };
  }

  private static boolean said(Life life, Class<? extends Judgement> kind) {
    return life.judgement().filter(kind::isInstance).isPresent();
  }
}
