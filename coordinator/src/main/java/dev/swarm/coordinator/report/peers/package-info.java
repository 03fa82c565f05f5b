/**
 * What only a fleet can tell: nodes beside their peers. What they said of themselves in the
 * roll-call, and their clocks, are compared; who stands apart from a clear majority has a finding
 * with both sides as evidence. Pure; knows events and hellos, no report and no bus.
 */
@NullMarked
package dev.swarm.coordinator.report.peers;

import org.jspecify.annotations.NullMarked;
