package dev.swarm.bus;

/**
 * A message whose seal holds.
 *
 * @param body JSON text
 */
public record Opened(Sender from, Envelope envelope, String body) {}
