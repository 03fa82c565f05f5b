package dev.swarm.protocol;

/**
 * What happened in this run since?
 *
 * @param after the number of the last event that is known; 0 for none
 */
public record Follow(RunId run, long after) {}
