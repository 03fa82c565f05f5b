/** Ledgers whose process dies. */
@NullMarked
package dev.swarm.agent.ledger;

import org.jspecify.annotations.NullMarked;
