/**
 * Who is there: nodes that are expected, present, suspected or lost, as their own beats and answers
 * show, and how a coordinator speaks to them. What is asked of them is a run's business.
 */
@NullMarked
package dev.swarm.coordinator.fleet;

import org.jspecify.annotations.NullMarked;
