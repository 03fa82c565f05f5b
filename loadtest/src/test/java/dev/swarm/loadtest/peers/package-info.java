/** Peers doing the same work, to be measured in the same run. Nothing of the swarm is in here. */
@NullMarked
package dev.swarm.loadtest.peers;

import org.jspecify.annotations.NullMarked;
