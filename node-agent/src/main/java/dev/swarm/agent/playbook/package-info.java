/**
 * The deterministic mind: asks for the tools of the area's checks, follows up on what is odd,
 * claims it, and concludes.
 */
@NullMarked
package dev.swarm.agent.playbook;

import org.jspecify.annotations.NullMarked;
