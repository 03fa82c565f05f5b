package dev.swarm.router.wire;

/** A call as the model wrote it; nothing of it is checked. */
record DraftCall(String id, String tool, String arguments) {}
