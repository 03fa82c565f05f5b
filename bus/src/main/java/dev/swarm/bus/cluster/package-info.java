/**
 * The Hazelcast cluster under the clustered event bus: joining it, knowing who else is in it and
 * who has no business there, and joining anew when the bus went deaf. Membership is a hint and
 * never health, nor is it trust: what counts is sealed, and said on the bus.
 */
@NullMarked
package dev.swarm.bus.cluster;

import org.jspecify.annotations.NullMarked;
