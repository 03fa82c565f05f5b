package dev.swarm.router.permit;

/**
 * How much the stronger models may be used.
 *
 * @param hourPerNode of one machine, in any sixty minutes
 * @param hourForAll of all together, in any sixty minutes
 * @param runPerNode of one machine, in one run
 * @param runForAll of all together, in one run
 * @param call what one call uses at most, as a guess: that much is set aside until it is known what
 *     it really used. The limits hold as long as no call uses more; a call that does is counted in
 *     full, and may exceed them by what it uses more
 */
public record Limits(Cap hourPerNode, Cap hourForAll, Cap runPerNode, Cap runForAll, Use call) {
  public Limits {
    if (call.calls() != 1) {
      throw new IllegalArgumentException("one call is one call, not " + call.calls());
    }
  }
}
