package dev.swarm.agent.router;

import java.util.Optional;

/**
 * What the configured models are called, for reports, until a reply says which one it was.
 *
 * @param frontier empty where no stronger model is configured; then none is wished for
 */
public record Names(String local, Optional<String> frontier) {}
