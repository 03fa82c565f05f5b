/**
 * Splits an audit into subtasks, fans them out to the nodes over the bus, and gathers exactly one
 * outcome for each. What happened is a list of events; how they are kept is {@code store}'s
 * business, what they add up to is {@code report}'s. No tool and no model is known here.
 */
@NullMarked
package dev.swarm.coordinator;

import org.jspecify.annotations.NullMarked;
