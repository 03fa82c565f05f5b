package dev.swarm.protocol;

/**
 * Does the bus between us carry? Says and changes nothing else.
 *
 * @param number counts the sender's pings
 */
public record Ping(long number) {}
