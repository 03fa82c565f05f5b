/**
 * Holds claims against what tools really printed and against a second look. Nothing gets past here
 * on a mind's word alone, whatever the mind.
 */
@NullMarked
package dev.swarm.agent.proof;

import org.jspecify.annotations.NullMarked;
