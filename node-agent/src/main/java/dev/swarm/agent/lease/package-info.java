/**
 * A node's share of what the fleet has in common: slots of routers and permits for the frontier
 * tier, asked of a coordinator over the node's {@link dev.swarm.bus.Door}. Without a fleet nothing
 * of this is loaded.
 */
@NullMarked
package dev.swarm.agent.lease;

import org.jspecify.annotations.NullMarked;
