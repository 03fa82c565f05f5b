@NullMarked
package dev.swarm.loadtest.scenario;

import org.jspecify.annotations.NullMarked;
