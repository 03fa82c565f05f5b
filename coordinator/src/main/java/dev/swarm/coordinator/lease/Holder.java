package dev.swarm.coordinator.lease;

/**
 * Who holds slots: a running process of a node. The process that a node was before its restart is
 * another holder, whose slots come back when its lease is over, for nobody knows that it is dead.
 */
record Holder(String node, String process) {}
