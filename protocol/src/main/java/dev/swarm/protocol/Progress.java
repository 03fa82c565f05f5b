package dev.swarm.protocol;

/** Something that happened on a node while it works a subtask of this run. */
public record Progress(RunId run, String node, Event event) {}
