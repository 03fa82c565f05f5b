package dev.swarm.coordinator.life;

import dev.swarm.protocol.Fingerprint;

/** A judgement and what it is about. */
public record Judged(String node, Fingerprint fingerprint, Judgement judgement) {}
