@NullMarked
package dev.swarm.bus.cluster;

import org.jspecify.annotations.NullMarked;
