/**
 * Processes of this very build, which a load test starts, asks, hurts and ends; and what they take.
 * Programs of the machine are none of its business: those are started by the tools alone.
 */
@NullMarked
package dev.swarm.loadtest.process;

import org.jspecify.annotations.NullMarked;
