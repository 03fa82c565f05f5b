package dev.swarm.cli;

import dev.swarm.coordinator.store.EventLog;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swarm watch RUN}: what happens in a run of this store, whoever leads it, to its end. */
@Command(
    name = "watch",
    description =
        "Follows a run from its first event to its end, whichever process of this machine leads"
            + " it.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the run has ended", "2:usage or configuration", "130:interrupted"})
final class WatchCommand implements Callable<Integer> {
  private static final int AT_ONCE = 500;

  private final Surroundings here;

  @Mixin private final Setup setup;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "RUN",
      description = "An id, the beginning of one, latest, or latest~1 for the one before.")
  private String run = "latest";

  @Option(
      names = "--output",
      order = 20,
      paramLabel = "FORMAT",
      description = "text (default), or jsonl: every event.")
  private String output = "text";

  private enum Shape {
    TEXT,
    JSONL
  }

  WatchCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() throws InterruptedException {
    var shape =
        Choice.of("--output", output, Shape.values(), one -> one.name().toLowerCase(Locale.ROOT));
    try (var store = Opening.store(here, setup.settings())) {
      var id = store.runs().resolve(run);
      boolean stopped = follow(store, id, shape);
      here.say(
          stopped
              ? "not watched to its end; it goes on"
              : "run " + id + " has ended; swarm show " + id);
      return stopped ? Exit.INTERRUPTED.code() : Exit.DONE.code();
    }
  }

  /** Whether somebody stopped it before its end. */
  private boolean follow(EventLog log, RunId id, Shape shape) throws InterruptedException {
    var news = new Semaphore(0);
    var stopped = new AtomicBoolean();
    try (var _ = log.onCommit(_ -> news.release());
        var _ =
            Interruption.of(
                here,
                () -> {
                  stopped.set(true);
                  news.release();
                })) {
      long position = 0;
      for (boolean ended = false; !ended && !stopped.get(); ) {
        var page = log.after(position, id, AT_ONCE);
        for (var placed : page) {
          tell(placed.recorded(), shape);
          position = placed.position();
          ended |= placed.recorded().event() instanceof Event.RunEnded;
        }
        if (page.isEmpty()) {
          here.out().flush();
          news.acquire();
          var _ = news.drainPermits();
        }
      }
    }
    return stopped.get();
  }

  private void tell(Recorded recorded, Shape shape) {
    switch (shape) {
      case JSONL -> here.out().println(Wire.encode(recorded));
      case TEXT -> ProgressLines.tell(here.out(), recorded.event());
    }
  }
}
