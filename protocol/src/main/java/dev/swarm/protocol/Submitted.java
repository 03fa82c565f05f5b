package dev.swarm.protocol;

/** The run that a submission became, or joined. */
public record Submitted(RunId run) {}
