package dev.swarm.protocol;

/** An outcome on its way home; the node keeps it until it is acknowledged as durable. */
public record Delivery(RunId run, String node, long epoch, Outcome outcome) {}
