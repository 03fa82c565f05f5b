package dev.swarm.protocol;

/**
 * Can you reach this neighbour? Asked when a node has gone dark.
 *
 * @param host where it was last, as its own hello said
 * @param port of its cluster member
 */
public record Reach(String node, String host, int port) {}
