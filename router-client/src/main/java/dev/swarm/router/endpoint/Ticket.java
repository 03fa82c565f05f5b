package dev.swarm.router.endpoint;

import java.time.Instant;

/**
 * A place in line.
 *
 * @param number in the order in which requests came; one that is tried again keeps its own
 * @param fresh whether nothing was tried for it yet
 * @param newcomer whether it has stood in no line yet, and so may be turned away
 * @param since when it began to wait
 * @param deadline when the caller's patience is over
 */
record Ticket(long number, boolean fresh, boolean newcomer, Instant since, Instant deadline) {}
