/** A machine, a mind and the real loop between them, for tests. */
@NullMarked
package dev.swarm.agent.bench;

import org.jspecify.annotations.NullMarked;
