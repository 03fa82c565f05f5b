/**
 * A network of a load test's own, in which machines can be cut off: namespaces of the kernel, a
 * bridge between them, and a cable to each. Needs root and iproute2.
 */
@NullMarked
package dev.swarm.loadtest.net;

import org.jspecify.annotations.NullMarked;
