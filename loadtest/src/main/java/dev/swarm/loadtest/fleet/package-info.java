/**
 * A fleet of many simulated agents on the real bus: few processes, each with many agents, a
 * coordinator and a router in processes of their own. An agent is what it is on a machine of its
 * own, with its own key, door, ledger and way to the router; only the processor, the member of the
 * cluster and the machine's tools are shared.
 */
@NullMarked
package dev.swarm.loadtest.fleet;

import org.jspecify.annotations.NullMarked;
