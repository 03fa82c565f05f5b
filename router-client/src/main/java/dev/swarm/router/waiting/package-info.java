/**
 * How a thread waits for others and for time at once: the one place that does, so that a test may
 * crank the time by hand.
 */
@NullMarked
package dev.swarm.router.waiting;

import org.jspecify.annotations.NullMarked;
