package dev.swarm.coordinator.lease;

/**
 * How the slots of one router stand.
 *
 * @param held by nodes now
 * @param waiting what nodes want beyond what they hold
 */
public record Loan(String endpoint, int total, int held, int waiting) {}
