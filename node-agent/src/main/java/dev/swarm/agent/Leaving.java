package dev.swarm.agent;

import dev.swarm.protocol.Cause;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;

/**
 * The end of an agent: lets what runs come to its end for a while, then stops it so that it
 * delivers what is known, then goes, whatever is still on its way; that stays on disk. On the desk
 * only.
 */
final class Leaving {
  /** What was interrupted ends at once, or never; a receipt takes no longer either. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Hand hand;
  private final Working working;
  private final Courier courier;
  private final Desk desk;
  private final Runnable farewell;
  private final Promise<Void> gone = Promise.promise();
  private boolean left;

  /**
   * Not yet.
   *
   * @param farewell what is to be done at the very end
   */
  Leaving(Hand hand, Working working, Courier courier, Desk desk, Runnable farewell) {
    this.hand = hand;
    this.working = working;
    this.courier = courier;
    this.desk = desk;
    this.farewell = farewell;
  }

  Future<Void> begin(Duration patience) {
    courier.whenIdle(this::look);
    var _ = desk.after(patience, this::interrupt);
    look();
    return gone.future();
  }

  Future<Void> now() {
    working.abandonAll(Cause.CANCELLED, "the agent was stopped at once");
    go();
    return gone.future();
  }

  /** Goes if nothing runs; what is on its way gets a moment more, and is on disk. */
  void look() {
    if (hand.isEmpty() && courier.isIdle()) {
      go();
    } else if (hand.isEmpty()) {
      var _ = desk.after(LAST_WORDS, this::go);
    }
  }

  private void interrupt() {
    working.interruptAll();
    var _ = desk.after(LAST_WORDS, this::abandon);
  }

  private void abandon() {
    if (hand.isEmpty()) {
      go();
      return;
    }
    working.abandonAll(Cause.CANCELLED, "the agent was stopped before it ended");
    var _ = desk.after(LAST_WORDS, this::go);
  }

  private void go() {
    if (!left) {
      left = true;
      farewell.run();
      gone.complete();
    }
  }
}
