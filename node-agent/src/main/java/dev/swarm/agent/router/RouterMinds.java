package dev.swarm.agent.router;

import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Subtask;
import dev.swarm.router.Model;
import dev.swarm.tools.Toolbox;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts a model behind another mind, for every subtask of a node. Any thread. */
public final class RouterMinds {
  private final Model model;
  private final Supplier<Names> names;
  private final Supplier<Bounds> bounds;
  private final InstantSource clock;
  private final Prompts prompts = new Prompts();

  /**
   * Minds of one model, or of many behind one door.
   *
   * @param names what the configured models are called
   * @param bounds what a conversation may take; of the smallest context among the local endpoints
   */
  public RouterMinds(Model model, Names names, Bounds bounds, InstantSource clock) {
    this(model, () -> names, () -> bounds, clock);
  }

  /**
   * The same where a router may tell later what it serves: both are asked for when a model begins,
   * on the investigation's thread, and may block.
   */
  public RouterMinds(
      Model model, Supplier<Names> names, Supplier<Bounds> bounds, InstantSource clock) {
    this.model = model;
    this.names = names;
    this.bounds = bounds;
    this.clock = clock;
  }

  /**
   * A mind for one subtask: {@code first} works it to its conclusion, then the model digs. The
   * subtask's time counts from now.
   *
   * @param checks all there are; those of the area and platform are taken
   * @param leave the gate before the frontier tier, for this subtask
   * @param question what a person asks, instead of the usual look at everything
   * @param events called on the investigation's thread
   */
  public Mind after(
      Mind first,
      Toolbox toolbox,
      Checks checks,
      Subtask subtask,
      Leave leave,
      Optional<String> question,
      Consumer<Event> events) {
    var prompt = prompts.of(toolbox, checks, subtask.area());
    var began = clock.instant();
    return new Relay(
        first,
        () ->
            new RouterMind(
                new Seat(
                    model,
                    names.get(),
                    bounds.get(),
                    leave,
                    prompt,
                    toolbox,
                    subtask,
                    question,
                    clock,
                    began,
                    events)));
  }
}
