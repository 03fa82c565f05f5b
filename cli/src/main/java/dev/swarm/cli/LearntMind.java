package dev.swarm.cli;

import dev.swarm.router.Tier;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Who thinks in the runs of a coordinator that stays: the model that its first router says it
 * serves, where none is configured. The router is asked in the background, and again for the next
 * run where it told nothing; whoever wants the name never waits, and has the router's until then.
 * Any thread.
 */
final class LearntMind implements Supplier<String> {
  private final Surroundings here;
  private final Supplier<Settings> look;
  private final Executor threads;
  private String mind;
  private String said = "";
  private boolean learnt;
  private boolean looking;

  /**
   * @param look asks the routers; blocks, and may throw a {@link UsageException}
   */
  LearntMind(Surroundings here, Settings configured, Supplier<Settings> look, Executor threads) {
    this.here = here;
    this.look = look;
    this.threads = threads;
    this.mind = ModelNames.mind(configured);
    this.learnt = learnt(configured);
  }

  /** That of {@code configured}, asked for from now on. */
  static LearntMind of(Surroundings here, Settings configured, Bus bus) {
    var mind =
        new LearntMind(
            here,
            configured,
            () -> ModelNames.resolved(here, configured, bus),
            task -> Thread.ofVirtual().name("routers").start(task));
    mind.ask();
    return mind;
  }

  @Override
  public synchronized String get() {
    ask();
    return mind;
  }

  private synchronized void ask() {
    if (!learnt && !looking) {
      looking = true;
      threads.execute(this::look);
    }
  }

  private void look() {
    try {
      looked(look.get());
    } catch (RuntimeException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void looked(Settings settings) {
    looking = false;
    learnt = learnt(settings);
    if (learnt) {
      mind = ModelNames.mind(settings);
    }
  }

  /** The same trouble is told once, not with every run. */
  private synchronized void failed(String why) {
    looking = false;
    if (!said.equals(why)) {
      said = why;
      here.say(why);
    }
  }

  private static boolean learnt(Settings settings) {
    return settings.routers().stream()
        .filter(router -> router.tier() == Tier.LOCAL)
        .findFirst()
        .map(router -> !router.model().isEmpty() && !router.model().equals(ModelNames.NAMELESS))
        .orElse(true);
  }
}
