/**
 * A model as the mind of an investigation: the prompt, the presentation of what tools gave, what
 * the model may say and how that becomes moves of the loop, compaction, escalation. It digs after
 * the playbook, and is believed nothing: proof, coverage and the grammar of calls are elsewhere and
 * do not ask it. No wire format, and no tool, is known here.
 */
@NullMarked
package dev.swarm.agent.router;

import org.jspecify.annotations.NullMarked;
