package dev.swarm.bus.cluster;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Role;

/**
 * How a member of the cluster shows whose it is, and checks what the others show. The cluster's
 * name is no secret, so a member without a badge is a stranger.
 */
public interface Badge {
  /** Whose a member is. */
  record Bearer(Role role, String name) {}

  /** What this process shows: that {@code member}, which listens at {@code address}, is its. */
  String make(HostPort address, String member);

  /**
   * Checks what another shows.
   *
   * @throws RejectedException if it is not of our authority, or not for this member
   */
  Bearer check(String shown, HostPort address, String member) throws RejectedException;
}
