/** Attacks on the tools' arguments: each must be refused before anything of a host is touched. */
@NullMarked
package dev.swarm.tools.attack;

import org.jspecify.annotations.NullMarked;
