/**
 * Findings over time: what became of each, per node and fingerprint, and what operators say of it.
 * Knows looks at nodes and their order, and neither how a run is conducted nor where it is kept.
 */
@NullMarked
package dev.swarm.coordinator.life;

import org.jspecify.annotations.NullMarked;
