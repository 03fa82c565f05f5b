package dev.swarm.protocol;

/** Leave for one call, or why there is none. */
public record PermitAnswer(boolean permitted, String why) {}
