package dev.swarm.protocol;

/**
 * A node says how many slots of a router it could use now; zero gives all of them back.
 *
 * @param endpoint the router's name, the same on every node
 */
public record SlotWish(String node, String endpoint, int wanted) {
  public SlotWish {
    Text.require(node, "node");
    Text.require(endpoint, "endpoint");
    if (wanted < 0) {
      throw new IllegalArgumentException("nobody wants fewer than no slots: " + wanted);
    }
  }
}
