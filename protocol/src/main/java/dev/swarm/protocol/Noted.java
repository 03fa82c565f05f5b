package dev.swarm.protocol;

/** It was understood, and is being done; the reply where there is nothing more to say. */
public record Noted() {}
