/**
 * The seam to the host: everything that a tool takes from a machine goes through {@link
 * dev.swarm.tools.host.Host}. Two implementations belong here, the live host and a recording; the
 * meaning of what is read does not.
 */
@NullMarked
package dev.swarm.tools.host;

import org.jspecify.annotations.NullMarked;
