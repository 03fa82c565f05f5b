/**
 * Checks as data, and their verdict on what a tool saw: odd, fine, or blind. No tool is run here.
 */
@NullMarked
package dev.swarm.agent.checks;

import org.jspecify.annotations.NullMarked;
