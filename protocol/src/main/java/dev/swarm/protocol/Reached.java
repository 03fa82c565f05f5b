package dev.swarm.protocol;

/**
 * What a neighbour found.
 *
 * @param open whether its port could be connected to
 * @param detail in words: {@code connected in 2 ms}, {@code connection refused} …
 */
public record Reached(boolean open, String detail) {}
