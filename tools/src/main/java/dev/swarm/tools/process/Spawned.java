package dev.swarm.tools.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A program that {@link Spawner} runs, as its caller sees it: what a thread of ours tells of it.
 */
final class Spawned implements Running {
  private final Awaited<OwnChild> started = new Awaited<>();
  private final Awaited<OwnChild> ended = new Awaited<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final Capture stdout;
  private final Capture stderr;

  Spawned(int cap) {
    this.stdout = new Capture(cap);
    this.stderr = new Capture(cap);
  }

  @Override
  public Child child() throws StartFailure {
    return started.get();
  }

  @Override
  public boolean ended(Duration atMost) throws StartFailure, InterruptedException {
    return ended.within(atMost);
  }

  @Override
  public void awaitDrained(Duration atMost) {
    Patience.upTo(atMost, drained);
  }

  @Override
  public int exit() throws StartFailure {
    return ended.get().exit();
  }

  @Override
  public Capture stdout() {
    return stdout;
  }

  @Override
  public Capture stderr() {
    return stderr;
  }

  /** It runs. */
  void tellStarted(OwnChild child) {
    started.complete(child);
  }

  /** It has ended. */
  void tellEnded(OwnChild child) {
    ended.complete(child);
  }

  /** Nothing more comes from it. */
  void tellDrained() {
    boolean _ = drained.complete(null);
  }

  /** It could not be started, or not be watched any longer. */
  void tellFailed(Throwable why) {
    started.fail(why);
    ended.fail(why);
  }
}
