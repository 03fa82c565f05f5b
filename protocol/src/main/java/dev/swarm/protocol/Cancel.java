package dev.swarm.protocol;

/** Stop working whatever belongs to this run, and deliver what is known. */
public record Cancel(RunId run, String reason) {}
