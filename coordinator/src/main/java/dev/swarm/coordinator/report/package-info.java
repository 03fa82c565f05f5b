/**
 * What came of a run, and how it is told: the pure fold from events to a {@link
 * dev.swarm.coordinator.report.Report}, its exit code, and one renderer for each format. Same
 * events, same report, byte for byte. No clock, no I/O but an {@link java.lang.Appendable}; asking
 * nodes and keeping events belong elsewhere.
 */
@NullMarked
package dev.swarm.coordinator.report;

import org.jspecify.annotations.NullMarked;
