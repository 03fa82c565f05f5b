/** Time for tests. */
@NullMarked
package dev.swarm.router.waiting;

import org.jspecify.annotations.NullMarked;
