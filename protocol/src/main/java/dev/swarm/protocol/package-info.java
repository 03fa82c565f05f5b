/**
 * The words that coordinator, nodes and faces say to each other: immutable records, no behaviour
 * beyond validation, no Vert.x, no I/O. Every wire name is fixed by {@code WireFormatTest}.
 */
@NullMarked
package dev.swarm.protocol;

import org.jspecify.annotations.NullMarked;
