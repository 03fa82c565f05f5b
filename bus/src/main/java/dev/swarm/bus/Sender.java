package dev.swarm.bus;

import dev.swarm.protocol.Role;

/**
 * Who sent a message, as its seal shows.
 *
 * @param name on its key: of the node, or of the coordinator
 * @param process names the running process, new with each start; serial numbers count within it
 */
public record Sender(Role role, String name, String process) {}
