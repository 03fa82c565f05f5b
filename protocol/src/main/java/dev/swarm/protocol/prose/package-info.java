/**
 * Holds what a model wrote against what is known: cuts prose into words and numbers, and lets a
 * sentence by only where a text bears every number and every name in it. Used on the node, where a
 * sentence stands beside the lines and rows of tools, and by the coordinator, where it stands
 * beside findings. Text in, text out; no rows, no Jackson, no I/O.
 */
@NullMarked
package dev.swarm.protocol.prose;

import org.jspecify.annotations.NullMarked;
