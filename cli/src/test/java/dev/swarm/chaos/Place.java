package dev.swarm.chaos;

/**
 * A machine as the network sees it.
 *
 * @param name within its network; also that of its port at the switch
 * @param namespace of the system, for {@code ip netns}
 */
public record Place(String name, String namespace, String address) {}
