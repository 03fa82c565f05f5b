/** Checks as people write them, right and wrong. */
@NullMarked
package dev.swarm.agent.checks;

import org.jspecify.annotations.NullMarked;
