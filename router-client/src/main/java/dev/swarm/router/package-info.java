/**
 * A model behind an OpenAI-compatible router, as the rest of the swarm sees it: {@link
 * dev.swarm.router.Model} is asked and always answers, with a reply or with what went wrong and how
 * to mend it. What servers do differently from their contract ends in the rooms below; nothing of
 * it is visible here. Knows no tool, no check and no bus.
 */
@NullMarked
package dev.swarm.router;

import org.jspecify.annotations.NullMarked;
