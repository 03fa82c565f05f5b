/**
 * What an agent did on its machine, and for whom: each program before it starts, each file that was
 * read, each message that was turned away, in a chain that shows if somebody changed it.
 */
@NullMarked
package dev.swarm.agent.log;

import org.jspecify.annotations.NullMarked;
