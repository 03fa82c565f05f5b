/** What the command log says of programs that ran. */
@NullMarked
package dev.swarm.agent.log;

import org.jspecify.annotations.NullMarked;
