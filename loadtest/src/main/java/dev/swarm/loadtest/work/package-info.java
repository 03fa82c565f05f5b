/**
 * What a load test gives its fleet to do: tasks, how often each acts, how long a model thinks, and
 * how fast all of it could be done at best. No processes, no clock.
 */
@NullMarked
package dev.swarm.loadtest.work;

import org.jspecify.annotations.NullMarked;
