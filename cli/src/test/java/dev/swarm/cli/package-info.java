/** The command line's own parts. */
@NullMarked
package dev.swarm.cli;

import org.jspecify.annotations.NullMarked;
