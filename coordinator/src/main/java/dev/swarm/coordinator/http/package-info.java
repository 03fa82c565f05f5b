/**
 * The coordinator's face to browsers and programs: the HTTP API, its stream of events, its metrics
 * and the pages of the dashboard. What is told is folded in {@code view}; what happens to runs is
 * the coordinator's. Nothing here blocks an event loop, and a slow reader slows nobody.
 */
@NullMarked
package dev.swarm.coordinator.http;

import org.jspecify.annotations.NullMarked;
