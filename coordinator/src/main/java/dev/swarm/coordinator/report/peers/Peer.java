package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.NodeHello;
import java.util.Optional;

/**
 * A node of the run.
 *
 * @param hello what it said of itself; empty if it never did
 * @param unheard why it never did; empty if it did
 */
public record Peer(String node, Optional<NodeHello> hello, String unheard) {}
