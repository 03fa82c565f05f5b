package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;

/**
 * A node says how many slots of a router it could use now; zero gives all of them back. From here
 * on it begins no more calls at once than {@code wanted}, however many it was granted, until it
 * hears of a grant after {@code grant}.
 *
 * @param endpoint the router's name, the same on every node
 * @param used of those wanted, calls under way: they keep their slots until they end
 * @param grant the number of the latest {@link SlotGrant} it knows; zero where it knows none
 * @param total the router's slots, as this node's configuration has them: what is lent where the
 *     coordinator's own does not name the router; zero where it was not told
 */
public record SlotWish(
    String node,
    String endpoint,
    int wanted,
    int used,
    long grant,
    @JacksonInject(value = Wire.NO_NUMBER, useInput = OptBoolean.TRUE) int total) {
  /** Of a node that does not say what it knows of the router. */
  public SlotWish(String node, String endpoint, int wanted, int used, long grant) {
    this(node, endpoint, wanted, used, grant, 0);
  }

  public SlotWish {
    Text.require(node, "node");
    Text.require(endpoint, "endpoint");
    if (used < 0 || wanted < used || total < 0) {
      throw new IllegalArgumentException(
          "nobody uses fewer than no slots, or more than it wants: %d of %d, of %d in all"
              .formatted(used, wanted, total));
    }
  }
}
