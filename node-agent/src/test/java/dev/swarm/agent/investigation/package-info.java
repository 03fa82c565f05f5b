/** The loop under scripted minds, and the coverage that comes of it. */
@NullMarked
package dev.swarm.agent.investigation;

import org.jspecify.annotations.NullMarked;
