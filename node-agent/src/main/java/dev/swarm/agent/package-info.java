/**
 * The agent of one node: takes offers off the bus, works each in an investigation on a virtual
 * thread of its own, delivers every outcome and keeps it until it is acknowledged.
 */
@NullMarked
package dev.swarm.agent;

import org.jspecify.annotations.NullMarked;
