/**
 * What only the operator's machine does: makes the authority, issues keys, revokes them, keeps the
 * folder they lie in. No agent and no coordinator needs anything of it to run.
 */
@NullMarked
package dev.swarm.bus.seal.issue;

import org.jspecify.annotations.NullMarked;
