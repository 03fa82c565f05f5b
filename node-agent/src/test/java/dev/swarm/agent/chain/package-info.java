/** Chains that somebody tampers with. */
@NullMarked
package dev.swarm.agent.chain;

import org.jspecify.annotations.NullMarked;
