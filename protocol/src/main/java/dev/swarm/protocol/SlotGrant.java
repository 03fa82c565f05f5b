package dev.swarm.protocol;

import java.time.Duration;

/**
 * How many slots of a router a node may use until it is told otherwise, or {@code lasts} has passed
 * since it last asked.
 */
public record SlotGrant(String endpoint, int slots, Duration lasts) {}
