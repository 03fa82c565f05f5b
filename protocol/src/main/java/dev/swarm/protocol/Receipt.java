package dev.swarm.protocol;

/** The outcome of this subtask's attempt is on disk; the node may forget it. */
public record Receipt(SubtaskId subtask, int attempt) {}
