/**
 * The one choke point through which text leaves the host: secrets hidden, control and invisible
 * characters made visible. What is not {@link dev.swarm.tools.text.SafeText} is never hashed,
 * cited, logged or sent.
 */
@NullMarked
package dev.swarm.tools.text;

import org.jspecify.annotations.NullMarked;
