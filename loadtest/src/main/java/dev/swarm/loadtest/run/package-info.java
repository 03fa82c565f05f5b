/**
 * Runs a load test: brings a fleet up on a real bus, has a coordinator put the tasks to it, watches
 * what happens, lets go wrong what shall go wrong, and takes everything down.
 */
@NullMarked
package dev.swarm.loadtest.run;

import org.jspecify.annotations.NullMarked;
