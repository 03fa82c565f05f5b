package dev.swarm.cli;

/**
 * What holds the tools.
 *
 * @param description for the report
 */
record Sandboxing(boolean contained, String description) {}
