/**
 * What is told to others of findings over time: one digest a run and destination, kept on disk
 * until it is delivered. Knows neither how findings are found nor who configured the destinations.
 */
@NullMarked
package dev.swarm.coordinator.notice;

import org.jspecify.annotations.NullMarked;
