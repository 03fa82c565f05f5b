/**
 * A router of our own: a real HTTP server that speaks chat completions, for tests, for {@code swarm
 * router} and for the load test. What it says comes from a {@link dev.swarm.router.scripted.Brain};
 * how it misbehaves from {@link dev.swarm.router.scripted.Deviation}s and {@link
 * dev.swarm.router.scripted.Fault}s, by seed, so that the same questions get the same bytes; but
 * for {@code cached_tokens}, which tell what was sent before, as with real servers. Shares the
 * types of a conversation with {@code chat}, and nothing with the client's wire: one side's mistake
 * must not hide the other's.
 */
@NullMarked
package dev.swarm.router.scripted;

import org.jspecify.annotations.NullMarked;
