package dev.swarm.protocol;

import java.time.Instant;

/**
 * A node answers a roll-call.
 *
 * @param beat the number of its latest beat, which commands to it have to echo
 * @param clock its wall clock, to be compared and never to be relied on
 */
public record Presence(NodeHello hello, long beat, Instant clock) {}
