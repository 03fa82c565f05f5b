package dev.swarm.protocol;

/** Everything of the run up to this event is on disk; the next one sent is the one after it. */
public record Replicated(RunId run, long sequence) {}
