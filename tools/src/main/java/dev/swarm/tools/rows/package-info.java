/**
 * What a tool's output says, parsed: rows with a subject and typed values with units, each row with
 * the lines it stands on.
 */
@NullMarked
package dev.swarm.tools.rows;

import org.jspecify.annotations.NullMarked;
