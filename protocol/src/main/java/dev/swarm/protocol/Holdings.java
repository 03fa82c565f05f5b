package dev.swarm.protocol;

import java.util.List;

/**
 * What a node has of a run.
 *
 * @param running being worked
 * @param kept ended, the outcome on disk, on its way to whoever asked
 * @param begun started by an earlier instance of the agent, and never ended: gone with it
 */
public record Holdings(List<Attempt> running, List<Attempt> kept, List<Attempt> begun) {
  public Holdings {
    running = List.copyOf(running);
    kept = List.copyOf(kept);
    begun = List.copyOf(begun);
  }
}
