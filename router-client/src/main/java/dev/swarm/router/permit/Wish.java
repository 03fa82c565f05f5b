package dev.swarm.router.permit;

/**
 * A wish to ask a stronger model once.
 *
 * @param node which machine
 * @param run for which run
 * @param subtask for which subtask
 * @param reason the signal that asks for it, in words for the report
 */
public record Wish(String node, String run, String subtask, String reason) {}
