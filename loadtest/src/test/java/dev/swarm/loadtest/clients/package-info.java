/**
 * Clients that are not ours, talking to the playbook served as a model: what they understand of it
 * is what the protocol says, and not what our own client forgives.
 */
@NullMarked
package dev.swarm.loadtest.clients;

import org.jspecify.annotations.NullMarked;
