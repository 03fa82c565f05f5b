package dev.swarm.protocol;

/** Whoever submitted this run does not want it any more; it ends unless others still do. */
public record Withdrawal(RunId run) {}
