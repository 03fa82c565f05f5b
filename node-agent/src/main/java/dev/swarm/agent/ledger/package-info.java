/**
 * What an agent must not forget when it dies: which term leads a run, what was begun, what came of
 * it, which roll-calls came in. What the entries mean is here; how they get on disk and stay whole
 * is the business of {@code dev.swarm.agent.log}.
 */
@NullMarked
package dev.swarm.agent.ledger;

import org.jspecify.annotations.NullMarked;
