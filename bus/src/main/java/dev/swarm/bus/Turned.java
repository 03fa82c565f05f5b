package dev.swarm.bus;

import dev.swarm.protocol.Rejection;

/**
 * A message that was turned away, for the log and the counters.
 *
 * @param address where it came
 * @param type what it said it was; empty if it is no frame
 * @param detail in words, without anything of the body
 */
public record Turned(String address, String type, Rejection why, String detail) {}
