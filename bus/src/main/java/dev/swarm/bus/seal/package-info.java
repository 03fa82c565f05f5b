/**
 * Keys and what they prove: the seal that signs each message, the cards (X.509 certificates) behind
 * it, revocations, the claim of a cluster member, the TLS of the bus, the memory against replays.
 * Making and issuing keys is in {@code issue}. Nothing here knows a room or sends anything.
 */
@NullMarked
package dev.swarm.bus.seal;

import org.jspecify.annotations.NullMarked;
