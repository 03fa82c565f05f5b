/** Lies and honest findings, through the real loop. */
@NullMarked
package dev.swarm.agent.proof;

import org.jspecify.annotations.NullMarked;
