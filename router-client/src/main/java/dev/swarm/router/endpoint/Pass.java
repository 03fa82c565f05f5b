package dev.swarm.router.endpoint;

import dev.swarm.router.wire.Profile;
import java.time.Instant;

/**
 * Leave to send one request.
 *
 * @param trial whether it is the one that finds out if the endpoint is back
 * @param profile how to speak to the endpoint now
 */
record Pass(Instant sent, boolean trial, Profile profile) {}
