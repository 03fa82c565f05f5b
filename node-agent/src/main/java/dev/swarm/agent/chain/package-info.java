/**
 * Files that only grow, line by line, each line bearing a hash over itself and all before it, so
 * that whatever is changed, dropped or swapped shows. What the lines say is the business of those
 * who write them: the ledger and the command log.
 */
@NullMarked
package dev.swarm.agent.chain;

import org.jspecify.annotations.NullMarked;
