/** What a load test is told: read from YAML and the command line, all mistakes at once. */
@NullMarked
package dev.swarm.loadtest.scenario;

import org.jspecify.annotations.NullMarked;
