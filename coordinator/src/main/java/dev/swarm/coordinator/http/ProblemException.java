package dev.swarm.coordinator.http;

import java.util.List;
import java.util.OptionalInt;

/** A request cannot be served, for a reason that is the asker's business. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final int retryAfter;

  private ProblemException(Problem problem, int retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  ProblemException(int status, String detail, String where, String mend) {
    this(Problem.of(status, detail, where, mend), 0);
  }

  /** Something is wrong with one value of the request. */
  static ProblemException bad(String where, String detail, String mend) {
    return new ProblemException(400, detail, where, mend);
  }

  /** A name that is none of {@code known}. */
  static ProblemException unknown(String what, String name, String where, List<String> known) {
    return bad(
        where,
        "there is no " + what + " '" + Shown.of(name) + "'" + Nearest.hint(name, known),
        "use one of " + String.join(", ", known.stream().limit(40).toList()));
  }

  static ProblemException missing(String what, String name, String mend) {
    return new ProblemException(
        404, "could not find " + what + " '" + Shown.of(name) + "'", "path", mend);
  }

  /** Not now; in so many seconds perhaps. */
  static ProblemException later(int status, int seconds, String detail, String mend) {
    return new ProblemException(Problem.of(status, detail, "", mend), seconds);
  }

  Problem problem() {
    return problem;
  }

  OptionalInt retryAfter() {
    return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
  }
}
