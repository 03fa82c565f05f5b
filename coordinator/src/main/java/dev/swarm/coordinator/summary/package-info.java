/**
 * A merged report in a model's few sentences, and the one answer to a question that many nodes were
 * asked. A model writes; what it wrote is held against the findings that it cites, sentence by
 * sentence, and what they do not bear is left out. The only part of the coordinator that speaks
 * with a router.
 */
@NullMarked
package dev.swarm.coordinator.summary;

import org.jspecify.annotations.NullMarked;
