@NullMarked
package dev.swarm.loadtest.fleet;

import org.jspecify.annotations.NullMarked;
