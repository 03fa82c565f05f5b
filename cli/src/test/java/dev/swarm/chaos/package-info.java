/**
 * The fault rig: machines of their own on a switch of their own (network namespaces), what can be
 * done to them, and what a history of all that must bear out. Knows processes and cables; what runs
 * in them is told by {@code dev.swarm.fleet}.
 */
@NullMarked
package dev.swarm.chaos;

import org.jspecify.annotations.NullMarked;
