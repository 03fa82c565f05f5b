/**
 * Benchmarks of the whole think-act loop with nothing to wait for: how many model calls a process
 * drives, and what a turn and a task cost of its own CPU. The router is another process.
 */
@NullMarked
package dev.swarm.loadtest.bench;

import org.jspecify.annotations.NullMarked;
