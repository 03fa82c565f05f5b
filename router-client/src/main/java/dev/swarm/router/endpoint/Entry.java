package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;

/** How waiting in a lane ended. */
sealed interface Entry {

  /** Send; the pass must be given back. */
  record Admitted(Pass pass) implements Entry {}

  /** Look whether the endpoint is done with loading, and say so. */
  record Look() implements Entry {}

  /** Another endpoint may be better now. */
  record Elsewhere() implements Entry {}

  /** There is no way in. */
  record Refused(Trouble trouble) implements Entry {}
}
