/**
 * The node's own word on what it does for others. A policy is a value; who reads it from a file and
 * who obeys it is elsewhere.
 */
@NullMarked
package dev.swarm.agent.policy;

import org.jspecify.annotations.NullMarked;
