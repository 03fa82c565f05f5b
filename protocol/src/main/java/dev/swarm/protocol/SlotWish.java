package dev.swarm.protocol;

/**
 * A node says how many slots of a router it could use now; zero gives all of them back. From here
 * on it begins no more calls at once than {@code wanted}, however many it was granted, until it
 * hears of a grant after {@code grant}.
 *
 * @param endpoint the router's name, the same on every node
 * @param used of those wanted, calls under way: they keep their slots until they end
 * @param grant the number of the latest {@link SlotGrant} it knows; zero where it knows none
 */
public record SlotWish(String node, String endpoint, int wanted, int used, long grant) {
  public SlotWish {
    Text.require(node, "node");
    Text.require(endpoint, "endpoint");
    if (used < 0 || wanted < used) {
      throw new IllegalArgumentException(
          "nobody uses fewer than no slots, or more than it wants: %d of %d"
              .formatted(used, wanted));
    }
  }
}
