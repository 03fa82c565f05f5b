/**
 * One HTTP attempt at a router, and the probing of one: connections, clocks, bounds, and what
 * becomes of a connection that misbehaves. What is said over it is written and read in {@code
 * wire}; whether another attempt is made is decided in {@code endpoint}. Vert.x is known here and
 * in {@code scripted} only.
 */
@NullMarked
package dev.swarm.router.exchange;

import org.jspecify.annotations.NullMarked;
