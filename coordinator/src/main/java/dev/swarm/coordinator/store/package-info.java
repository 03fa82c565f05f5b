/**
 * Keeps the events of runs: append-only, durable before it says so, damage named. It knows events
 * and their order, and nothing about how a run is conducted.
 */
@NullMarked
package dev.swarm.coordinator.store;

import org.jspecify.annotations.NullMarked;
