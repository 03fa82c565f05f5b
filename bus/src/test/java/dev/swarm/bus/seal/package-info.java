/** Tests of the seals. */
@NullMarked
package dev.swarm.bus.seal;

import org.jspecify.annotations.NullMarked;
