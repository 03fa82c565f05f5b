/**
 * The wire of chat completions: requests as bytes, replies from bytes, and all that servers do
 * differently. Pure: no connection, no clock. Jackson is known here and in {@code chat} only.
 */
@NullMarked
package dev.swarm.router.wire;

import org.jspecify.annotations.NullMarked;
