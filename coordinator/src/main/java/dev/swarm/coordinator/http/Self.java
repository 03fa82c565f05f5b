package dev.swarm.coordinator.http;

/**
 * Who serves.
 *
 * @param session by which nodes know this process
 * @param standby whether it goes on with runs of others
 */
public record Self(String name, String version, String session, boolean standby) {}
