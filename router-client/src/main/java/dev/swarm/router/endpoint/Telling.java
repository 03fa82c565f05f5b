package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Fault;
import java.util.Optional;

/**
 * What is told in the end, of all that went wrong: what somebody can mend before what passes, and
 * the latest of its kind.
 */
final class Telling {
  private Optional<Trouble> worst = Optional.empty();

  void met(Trouble trouble) {
    if (worst.map(one -> rank(trouble) >= rank(one)).orElse(true)) {
      worst = Optional.of(trouble);
    }
  }

  /** The trouble of a request that ended with {@code last} after {@code attempts}. */
  Trouble told(Trouble last, int attempts) {
    if (attempts == 0 || worst.isEmpty()) {
      return last;
    }
    var cause = worst.get();
    String tried = attempts == 1 ? "one attempt" : attempts + " attempts";
    if (last.kind().fault() == Fault.OURS) {
      String detail = "%s, after %s; %s".formatted(last.detail(), tried, cause.detail());
      return new Trouble(last.kind(), cause.endpoint(), cause.status(), detail, cause.retryAfter());
    }
    String detail = attempts == 1 ? cause.detail() : cause.detail() + " (" + tried + ")";
    return new Trouble(cause.kind(), cause.endpoint(), cause.status(), detail, cause.retryAfter());
  }

  private static int rank(Trouble trouble) {
    return switch (trouble.kind().fault()) {
      case CONFIGURATION -> 5;
      case REQUEST -> 4;
      case MODEL -> 3;
      case SERVER -> 2;
      case LOAD -> 1;
      case OURS -> 0;
    };
  }
}
