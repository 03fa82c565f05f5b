/**
 * The way between processes: a {@link dev.swarm.bus.Door} seals what goes out, checks what comes
 * in, and knows every verb that may be said. Seals and keys are in {@code seal}, the Hazelcast
 * cluster in {@code cluster}. What is said is the protocol's; what to do about it is the rooms'.
 */
@NullMarked
package dev.swarm.bus;

import org.jspecify.annotations.NullMarked;
