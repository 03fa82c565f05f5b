/**
 * Audits that start by themselves: when they fall due, which of them were missed, and which run
 * each led to. How an audit is run is not known here, nor what is read from files.
 */
@NullMarked
package dev.swarm.coordinator.schedule;

import org.jspecify.annotations.NullMarked;
