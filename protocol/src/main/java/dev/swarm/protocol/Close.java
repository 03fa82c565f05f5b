package dev.swarm.protocol;

/** A run is over and everything of it is durable: what a node keeps for it may be forgotten. */
public record Close(RunId run, long epoch) {}
