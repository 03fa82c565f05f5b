package dev.swarm.router.endpoint;

/**
 * How many requests this process may have in flight where a whole fleet asks the same endpoints.
 * Within one process nothing stands here but {@link #OWN}.
 */
@FunctionalInterface
public interface FleetSlots {
  /** Nobody else asks: the endpoint's own concurrency is the only limit. */
  FleetSlots OWN = (_, _) -> Share.WHOLE;

  /**
   * The share of {@code endpoint} that this process has.
   *
   * @param grown rung after the share became larger; never called by a thread that holds a lock of
   *     the share's, nor from within one of its methods
   */
  Share of(Endpoint endpoint, Runnable grown);

  /** What one process may use of one endpoint. Any thread; nothing here blocks. */
  interface Share {
    /** As much as one likes. */
    Share WHOLE =
        new Share() {
          @Override
          public int limit() {
            return Integer.MAX_VALUE;
          }

          @Override
          public void demand(int waiting, int inFlight) {}
        };

    /** Requests that may be in flight now; what is in flight beyond it goes on to its end. */
    int limit();

    /** What could be used now: told whenever it changes. */
    void demand(int waiting, int inFlight);
  }
}
