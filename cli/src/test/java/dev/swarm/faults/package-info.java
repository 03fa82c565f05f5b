/** Faults really made on this machine, in namespaces of their own, and found by a real audit. */
@NullMarked
package dev.swarm.faults;

import org.jspecify.annotations.NullMarked;
