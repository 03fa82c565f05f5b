package dev.swarm.tools.process;

import java.time.Duration;

/** A program that is being run, its two streams being drained. */
sealed interface Running permits Spawned, JdkRunning {

  /** The process, once started; an interrupt is kept for the caller, since exec(2) is quick. */
  Child child() throws StartFailure;

  /** Whether the program itself has ended in time; what it left behind may still run. */
  boolean ended(Duration atMost) throws StartFailure, InterruptedException;

  /** Waits until the streams are drained, which a surviving process may prevent. */
  void awaitDrained(Duration atMost);

  /** The exit status of a program that has ended; 128 plus the number of a signal. */
  int exit() throws StartFailure;

  Capture stdout();

  Capture stderr();
}
