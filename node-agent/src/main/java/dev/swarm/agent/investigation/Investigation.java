package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.tools.Toolbox;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * The think-act loop: asks a mind, runs the tools it wants, proves what it claims, until it
 * concludes, makes no progress, or the budget is spent. What is known then is the outcome.
 */
public final class Investigation {
  private final Parts parts;

  /**
   * A loop for one node.
   *
   * @param shared runs the tools of {@code toolbox}, sharing looks with other areas
   * @param threads runs tool calls side by side
   */
  public Investigation(
      Toolbox toolbox,
      Tools shared,
      Checks checks,
      Questions questions,
      ExecutorService threads,
      InstantSource clock) {
    this.parts =
        new Parts(toolbox, shared, checks.on(toolbox.host().platform()), questions, threads, clock);
  }

  /**
   * What every subtask of a node is worked with.
   *
   * @param checks of this platform
   */
  record Parts(
      Toolbox toolbox,
      Tools shared,
      Checks checks,
      Questions questions,
      ExecutorService threads,
      InstantSource clock) {}

  /**
   * Works {@code offer} with {@code mind}; blocks until it ended. Interrupting it cancels it.
   *
   * @param events called from several threads
   */
  public Outcome of(Offer offer, Mind mind, Consumer<Event> events) {
    var loop = new Loop(parts, offer.subtask(), mind, events);
    try {
      loop.run();
    } catch (InterruptedException _) {
      if (!mind.onTop()) {
        return failed(offer, Cause.CANCELLED, "cancelled", loop);
      }
      loop.cancelled();
    } catch (MindBrokeException e) {
      return failed(offer, Cause.INTERNAL, e.getMessage(), loop);
    }
    return new Outcome.Completed(
        offer.subtask().id(),
        offer.attempt(),
        mind.name(),
        loop.findings(),
        loop.doubts(),
        loop.coverage(),
        loop.effort(),
        loop.thinking());
  }

  private static Outcome failed(Offer offer, Cause cause, String detail, Loop loop) {
    return new Outcome.Failed(offer.subtask().id(), offer.attempt(), cause, detail, loop.effort());
  }
}
