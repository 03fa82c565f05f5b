package dev.swarm.bus.cluster;

/**
 * Another process in the cluster, whose badge holds.
 *
 * @param member names its membership, anew with each joining
 * @param passing it comes and goes, and is not asked for signs of life
 */
public record Peer(HostPort address, String member, Badge.Bearer bearer, boolean passing) {}
