package dev.swarm.bus;

/** A message that was let in, and whose it is. */
public record Received<M>(Sender from, M message) {}
