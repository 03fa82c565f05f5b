/**
 * The node's tools: a call in, text and rows out. {@link dev.swarm.tools.Toolbox} is the whole
 * route: definition, arguments, argv, bounded process, choke point, rows.
 */
@NullMarked
package dev.swarm.tools;

import org.jspecify.annotations.NullMarked;
