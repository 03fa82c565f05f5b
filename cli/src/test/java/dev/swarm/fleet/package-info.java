/**
 * Fleets of real processes, each on a machine of its own, and whatever breaks meanwhile; and the
 * laws that every run of them must bear out.
 */
@NullMarked
package dev.swarm.fleet;

import org.jspecify.annotations.NullMarked;
