/**
 * A conversation with a model as values: messages, tools, what may be asked and what comes back. No
 * I/O, and no wire format.
 */
@NullMarked
package dev.swarm.router.chat;

import org.jspecify.annotations.NullMarked;
