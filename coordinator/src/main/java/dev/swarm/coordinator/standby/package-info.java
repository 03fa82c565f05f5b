/**
 * How a run outlives its coordinator: who else is there, how its events get to another store before
 * anything is acknowledged, and when the other goes on in its place. How a run is conducted is not
 * known here.
 */
@NullMarked
package dev.swarm.coordinator.standby;

import org.jspecify.annotations.NullMarked;
