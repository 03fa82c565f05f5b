/**
 * YAML read with positions: every mistake is reported with file, line, what was expected, and the
 * nearest valid key; reading goes on to find the others.
 */
@NullMarked
package dev.swarm.tools.yaml;

import org.jspecify.annotations.NullMarked;
