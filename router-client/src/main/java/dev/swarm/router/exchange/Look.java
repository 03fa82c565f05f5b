package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import java.util.Optional;

/**
 * What one small request showed.
 *
 * @param text the body of a success
 * @param trouble why there is none
 * @param answered whether HTTP came back, whatever it said
 */
record Look(
    String endpoint,
    Target target,
    Optional<String> text,
    Optional<Trouble> trouble,
    boolean answered) {

  boolean loading() {
    return trouble.filter(one -> one.kind() == Kind.LOADING).isPresent();
  }
}
