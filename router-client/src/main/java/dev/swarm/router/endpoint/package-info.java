/**
 * Many endpoints behind one door: who is asked, who waits, who is let rest, what is tried again.
 * One retry loop for the whole module is here, and nowhere else.
 */
@NullMarked
package dev.swarm.router.endpoint;

import org.jspecify.annotations.NullMarked;
