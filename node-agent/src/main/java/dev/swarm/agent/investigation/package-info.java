/**
 * The think-act loop that works a subtask: ask a mind, run the tools it wants, prove what it
 * claims, until it concludes or the budget is spent. Minds plug in; none is trusted.
 */
@NullMarked
package dev.swarm.agent.investigation;

import org.jspecify.annotations.NullMarked;
