/**
 * What a fleet shares and nobody may take too much of: slots of routers, lent to nodes for a while,
 * and permits for the frontier tier. Knows neither runs nor subtasks; hears the wishes of nodes on
 * the coordinator's {@link dev.swarm.bus.Door}.
 */
@NullMarked
package dev.swarm.coordinator.lease;

import org.jspecify.annotations.NullMarked;
