package dev.swarm.coordinator.standby;

/**
 * How long coordinators wait for one another, in ticks of half a second of their own: a process
 * that was paused does not count the time in which it did not run.
 *
 * @param beat between two beats of a coordinator
 * @param leader silence until a leader is asked whether it is there
 * @param standby silence until a standby counts as gone
 * @param restart until a coordinator that begins anew takes up what nobody else leads
 */
public record Patience(int beat, int leader, int standby, int restart) {
  /** 1 s, 4 s, 5 s and 3 s. */
  public static Patience standard() {
    return new Patience(2, 8, 10, 6);
  }
}
