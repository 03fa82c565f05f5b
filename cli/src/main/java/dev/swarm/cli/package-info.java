/**
 * The {@code swarm} command: arguments in, report and exit code out. Each process is wired by hand
 * here, readable top to bottom; what the parts do belongs to them.
 */
@NullMarked
package dev.swarm.cli;

import org.jspecify.annotations.NullMarked;
