/** Benchmarks of the coordinator's inside, which nobody else sees. */
@NullMarked
package dev.swarm.coordinator;

import org.jspecify.annotations.NullMarked;
